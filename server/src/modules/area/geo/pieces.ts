import { type Corner, cross, crossing, doubleAreaOf, type Edge, edgesOf, same, turn } from './exact.js';
import type { Rings } from './overlap.js';

/** More than these nobody looks at. */
const MOST_PIECES = 20;
/** Where two borders cross is reckoned in doubles: the same spot, reckoned along either, differs by less. */
const NOISE = 1e-6;

/** A piece of border that runs through a strip from its low to its high side. */
interface Wall {
  edge: Edge;
  owner: 0 | 1;
}

interface Stretch {
  west: Wall;
  east: Wall;
}

/** What grows upwards strip by strip: both its sides from below, and on which walls they end. */
interface Piece extends Stretch {
  westSide: Corner[];
  eastSide: Corner[];
}

interface Strip {
  low: number;
  high: number;
}

/**
 * What two areas have in common, or what one has outside the other, as rings, the largest first; however narrow it is, it
 * is there. Which walls a strip is cut by and in which order is told exactly; only the spots where borders cross, which
 * are no whole units, are as good as doubles are.
 */
export function pieces(one: Rings, other: Rings, which: 'common' | 'outside'): Corner[][] {
  const [origin = [0, 0] as Corner] = one[0] ?? [];
  // Near zero doubles are finest.
  const near = (rings: Rings) =>
    rings.map((ring) => ring.map(([x, y]): Corner => [x - origin[0], y - origin[1]]));
  return ringsOf(near(one), near(other), which)
    .map((ring) => ({ ring, area: doubleAreaOf(ring) }))
    .sort((a, b) => b.area - a.area)
    .slice(0, MOST_PIECES)
    .map(({ ring }) => ring.map(([x, y]): Corner => [x + origin[0], y + origin[1]]));
}

function ringsOf(one: Rings, other: Rings, which: 'common' | 'outside'): Corner[][] {
  const walls = [one, other].flatMap((rings, owner) =>
    edgesOf(rings).map((edge): Wall => ({ edge: upwards(edge), owner: owner === 0 ? 0 : 1 })),
  );
  const keep = (inOne: boolean, inOther: boolean) => inOne && inOther === (which === 'common');
  const done: Piece[] = [];
  let open: Piece[] = [];
  for (const strip of stripsOf(walls)) {
    const next = stretches(walls, strip, keep).map((stretch) => {
      const below = open.find((piece) => goesOn(piece, stretch, strip.low));
      open = open.filter((piece) => piece !== below);
      return grown(below, stretch, strip);
    });
    done.push(...open);
    open = next;
  }
  return [...done, ...open]
    .map(({ westSide, eastSide }) => once([...eastSide, ...[...westSide].reverse()]))
    .filter((ring) => ring.length >= 3);
}

const upwards = ([from, to]: Edge): Edge => (from[1] <= to[1] ? [from, to] : [to, from]);

/** Between all heights at which borders bend or cross, walls run through without either. */
function stripsOf(walls: readonly Wall[]): Strip[] {
  const own = walls.filter(({ owner }) => owner === 0);
  const theirs = walls.filter(({ owner }) => owner === 1);
  const crossings = own.flatMap((wall) =>
    theirs.filter(({ edge }) => cross(wall.edge, edge)).map((their) => crossing(wall.edge, their.edge)[1]),
  );
  const bends = walls.flatMap(({ edge }) => edge.map(([, y]) => y));
  const heights = [...new Set([...bends, ...crossings])].sort((a, b) => a - b);
  return heights.slice(1).map((high, i) => ({ low: heights[i] as number, high }));
}

function stretches(
  walls: readonly Wall[],
  strip: Strip,
  keep: (inOne: boolean, inOther: boolean) => boolean,
): Stretch[] {
  const through = walls
    .filter(({ edge: [from, to] }) => from[1] <= strip.low && strip.high <= to[1])
    .sort((a, b) => eastwards(a, b, strip));
  const inside: [boolean, boolean] = [false, false];
  const found: Stretch[] = [];
  for (const [i, west] of through.entries()) {
    inside[west.owner] = !inside[west.owner];
    const east = through[i + 1];
    if (east !== undefined && eastwards(west, east, strip) < 0 && keep(...inside)) found.push({ west, east });
  }
  return found;
}

/** Below zero when the first wall is the western one all through the strip, zero when they are on one line. */
function eastwards(one: Wall, other: Wall, { low }: Strip): number {
  if (one.owner !== other.owner && cross(one.edge, other.edge)) {
    const [own, their] = one.owner === 0 ? [one, other] : [other, one];
    const above = low >= crossing(own.edge, their.edge)[1];
    // Above where they cross, whichever leans farther to the west is the western one; below, the eastern one.
    const leans = Math.sign(leaning(one.edge, other.edge));
    return above ? leans : -leans;
  }
  const [a, b] = [one.edge, other.edge];
  for (const end of b) if (between(a, end)) if (turn(a[0], a[1], end) !== 0) return turn(a[0], a[1], end);
  for (const end of a) if (between(b, end)) if (turn(b[0], b[1], end) !== 0) return -turn(b[0], b[1], end);
  return 0;
}

/** Above zero when the second edge leans farther to the west than the first, both looked at upwards. */
function leaning([a, b]: Edge, [c, d]: Edge): number {
  return (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
}

const between = ([from, to]: Edge, [, y]: Corner) => from[1] <= y && y <= to[1];

/** Whether a stretch begins where the piece has ended, at both its sides. */
function goesOn({ westSide, eastSide }: Piece, { west, east }: Stretch, low: number): boolean {
  return meets(westSide, at(west.edge, low)) && meets(eastSide, at(east.edge, low));
}

function meets(side: readonly Corner[], corner: Corner): boolean {
  const last = side.at(-1);
  return last !== undefined && last[1] === corner[1] && Math.abs(last[0] - corner[0]) <= NOISE;
}

function grown(below: Piece | undefined, { west, east }: Stretch, { low, high }: Strip): Piece {
  return {
    ...{ west, east },
    westSide: prolonged(below?.westSide ?? [at(west.edge, low)], below?.west === west, at(west.edge, high)),
    eastSide: prolonged(below?.eastSide ?? [at(east.edge, low)], below?.east === east, at(east.edge, high)),
  };
}

/** On the same wall a side has no corner in between. */
function prolonged(side: readonly Corner[], sameWall: boolean, end: Corner): Corner[] {
  return [...(sameWall ? side.slice(0, -1) : side), end];
}

function at([from, to]: Edge, y: number): Corner {
  return [from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]), y];
}

/** Without corners that stand twice, as where a piece begins or ends in a point. */
function once(ring: readonly Corner[]): Corner[] {
  return ring.filter((corner, i) => !same(corner, ring[(i + 1) % ring.length] as Corner));
}
