/** [lng, lat] in GCJ-02, as the API has it. */
export type Corner = [number, number];
export type Ring = Corner[];
export type Outline = Ring[];

/** An outline's corner: which ring, and which of its corners. */
export interface CornerRef {
  ring: number;
  at: number;
}

export interface Outlined {
  id: string;
  polygon: Outline;
}

const METRES_PER_DEGREE = 111_195;
const UNIT = 1e7;

/** Coordinates are kept to about a centimetre. */
export function kept([lng, lat]: Corner): Corner {
  return [Math.round(lng * UNIT) / UNIT, Math.round(lat * UNIT) / UNIT];
}

export const sameCorner = (a: Corner, b: Corner) => a[0] === b[0] && a[1] === b[1];

/** The API may repeat a ring's first corner at its end; here every corner stands once. */
export function openRings(polygon: number[][][]): Outline {
  return polygon.map((ring) => {
    const corners = ring.map(([lng = 0, lat = 0]): Corner => [lng, lat]);
    const [first] = corners;
    const last = corners.at(-1);
    return first && last && corners.length > 1 && sameCorner(first, last) ? corners.slice(0, -1) : corners;
  });
}

function shrink(lat: number): number {
  return Math.cos((lat * Math.PI) / 180);
}

export function movedByMetres([lng, lat]: Corner, east: number, north: number): Corner {
  return kept([lng + east / (METRES_PER_DEGREE * shrink(lat)), lat + north / METRES_PER_DEGREE]);
}

export function metresBetween([aLng, aLat]: Corner, [bLng, bLat]: Corner): number {
  return Math.hypot((aLng - bLng) * shrink(aLat), aLat - bLat) * METRES_PER_DEGREE;
}

/** Square metres, good to a few in a thousand over a community. */
export function squareMetresOf(polygon: Outline): number {
  const [outline = [], ...holes] = polygon;
  return holes.reduce((area, hole) => area - Math.abs(signedArea(hole)), Math.abs(signedArea(outline)));
}

/** Above zero when the ring goes round against the clock. */
function signedArea(ring: Ring): number {
  const [origin] = ring;
  if (!origin) return 0;
  const [oLng, oLat] = origin;
  const flat = ring.map(([lng, lat]) => [
    (lng - oLng) * METRES_PER_DEGREE * shrink(oLat),
    (lat - oLat) * METRES_PER_DEGREE,
  ]);
  return flat.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = flat[(i + 1) % flat.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

export function cornerAt(polygon: Outline, { ring, at }: CornerRef): Corner | null {
  return polygon[ring]?.[at] ?? null;
}

/** Puts a corner somewhere else; `together` takes along the neighbours' corners on the same spot, so that borders stay shared. */
export function moveCorner<T extends Outlined>(
  areas: readonly T[],
  id: string,
  ref: CornerRef,
  to: Corner,
  together: boolean,
): T[] {
  const from = cornerAt(areas.find((area) => area.id === id)?.polygon ?? [], ref);
  if (from === null) return [...areas];
  const target = kept(to);
  return areas.map((area) => {
    const moves = (corner: Corner, ring: number, at: number) =>
      area.id === id ? ring === ref.ring && at === ref.at : together && sameCorner(corner, from);
    if (!area.polygon.some((ring, i) => ring.some((corner, j) => moves(corner, i, j)))) return area;
    return {
      ...area,
      polygon: area.polygon.map((ring, i) =>
        ring.map((corner, j): Corner => (moves(corner, i, j) ? target : corner)),
      ),
    };
  });
}

/** Puts a new corner after the one named. */
export function insertCorner(polygon: Outline, { ring, at }: CornerRef, corner: Corner): Outline {
  return polygon.map((corners, i) =>
    i === ring ? [...corners.slice(0, at + 1), kept(corner), ...corners.slice(at + 1)] : corners,
  );
}

/** Takes a corner away; a hole of two corners goes as a whole, an outline keeps three. */
export function removeCorner(polygon: Outline, { ring, at }: CornerRef): Outline {
  const left = (polygon[ring] ?? []).filter((_, i) => i !== at);
  if (left.length >= 3) return polygon.map((corners, i) => (i === ring ? left : corners));
  return ring === 0 ? polygon : polygon.filter((_, i) => i !== ring);
}

interface Snap {
  to: Corner;
  /** The neighbour's edge it lies on, into which the same corner has to be put; null at a corner. */
  edge: { id: string; ref: CornerRef } | null;
}

/** The neighbours' nearest corner, else the nearest spot on one of their edges, no farther than `within` metres. */
export function snapTo(point: Corner, neighbours: readonly Outlined[], within: number): Snap | null {
  let corner: { to: Corner; metres: number } | null = null;
  let edge: { snap: Snap; metres: number } | null = null;
  for (const { id, polygon } of neighbours) {
    for (const [i, ring] of polygon.entries()) {
      for (const [j, from] of ring.entries()) {
        const toCorner = metresBetween(point, from);
        if (toCorner <= within && toCorner < (corner?.metres ?? Number.POSITIVE_INFINITY))
          corner = { to: from, metres: toCorner };
        const foot = footOn(point, from, ring[(j + 1) % ring.length] ?? from);
        const toEdge = metresBetween(point, foot);
        if (toEdge <= within && toEdge < (edge?.metres ?? Number.POSITIVE_INFINITY))
          edge = { snap: { to: kept(foot), edge: { id, ref: { ring: i, at: j } } }, metres: toEdge };
      }
    }
  }
  return corner !== null ? { to: corner.to, edge: null } : (edge?.snap ?? null);
}

export function footOn(point: Corner, from: Corner, to: Corner): Corner {
  const east = shrink(from[1]);
  const [dx, dy] = [(to[0] - from[0]) * east, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  if (length === 0) return from;
  const share = ((point[0] - from[0]) * east * dx + (point[1] - from[1]) * dy) / length;
  const bounded = Math.min(1, Math.max(0, share));
  return [from[0] + bounded * (to[0] - from[0]), from[1] + bounded * (to[1] - from[1])];
}

/** The spot on the outline's edge, or the kept spot nearest to it on its inner side, so that rounding never puts a grid outside. */
export function keptInside(outline: Outline, ref: CornerRef, foot: Corner): Corner {
  return keptBeside(outline, ref, foot, 1);
}

/** The same on its outer side, so that rounding never takes ground from whoever's outline it is. */
export function keptOutside(outline: Outline, ref: CornerRef, foot: Corner): Corner {
  return keptBeside(outline, ref, foot, -1);
}

function keptBeside(outline: Outline, { ring, at }: CornerRef, foot: Corner, inwards: 1 | -1): Corner {
  const corners = outline[ring] ?? [];
  const [from, to] = [corners[at], corners[(at + 1) % corners.length]];
  if (!from || !to) return kept(foot);
  // A hole's inner side is the outline's outer one.
  const wanted = Math.sign(signedArea(corners)) * (ring === 0 ? 1 : -1) * inwards;
  const units = ([lng, lat]: Corner) => [Math.round(lng * UNIT), Math.round(lat * UNIT)] as const;
  const [fromX, fromY] = units(from);
  const [toX, toY] = units(to);
  const [footX, footY] = units(foot);
  let best: { x: number; y: number; far: number } | null = null;
  for (const x of [footX - 1, footX, footX + 1]) {
    for (const y of [footY - 1, footY, footY + 1]) {
      const side = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
      const far = Math.hypot(x - foot[0] * UNIT, y - foot[1] * UNIT);
      if (side * wanted >= 0 && (best === null || far < best.far)) best = { x, y, far };
    }
  }
  return best === null ? kept(foot) : [best.x / UNIT, best.y / UNIT];
}

export function contains(polygon: Outline, [lng, lat]: Corner): boolean {
  return polygon.reduce((inside, ring) => {
    const crossed = ring.filter((from, i) => {
      const to = ring[(i + 1) % ring.length] ?? from;
      if (from[1] <= lat === to[1] <= lat) return false;
      return from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0]) > lng;
    }).length;
    return inside !== (crossed % 2 === 1);
  }, false);
}
