import { type Point, type Polygon, type Ring, roundDegrees, toUnits } from './point.js';

/** Below this many degrees the products of coordinate differences are whole numbers a double holds exactly. */
const WIDEST_DEGREES = 6;

/**
 * Whether a ray going east from the point crosses the edge. Each edge holds its lower end and not its upper one, and is
 * always looked at from its lower end, so that the two areas which share it get the same answer whichever way they go round.
 */
function crosses(x: number, y: number, from: [number, number], to: [number, number]): boolean {
  const fromY = toUnits(from[1]);
  const toY = toUnits(to[1]);
  if (fromY <= y === toY <= y) return false;
  const [low, high] = fromY < toY ? [from, to] : [to, from];
  const lowX = toUnits(low[0]);
  const lowY = Math.min(fromY, toY);
  return (toUnits(high[0]) - lowX) * (y - lowY) - (x - lowX) * (Math.max(fromY, toY) - lowY) > 0;
}

function crossings(x: number, y: number, ring: Ring): number {
  let count = 0;
  ring.forEach((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from;
    if (crosses(x, y, from, to)) count += 1;
  });
  return count;
}

/**
 * Whether the point lies in the polygon and in none of its holes. A point on a border shared by two areas lies in exactly
 * one of them: the one whose inside is to the east of the border, or to the north where the border runs east and west.
 */
export function polygonContains(polygon: Polygon, point: Point): boolean {
  const x = toUnits(point.lng);
  const y = toUnits(point.lat);
  return polygon.reduce((count, ring) => count + crossings(x, y, ring), 0) % 2 === 1;
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function boxOf(polygon: Polygon): Box {
  const box: Box = {
    west: Number.POSITIVE_INFINITY,
    south: Number.POSITIVE_INFINITY,
    east: Number.NEGATIVE_INFINITY,
    north: Number.NEGATIVE_INFINITY,
  };
  for (const [lng, lat] of polygon[0] ?? []) {
    if (lng < box.west) box.west = lng;
    if (lng > box.east) box.east = lng;
    if (lat < box.south) box.south = lat;
    if (lat > box.north) box.north = lat;
  }
  return box;
}

/** Why this cannot be an area's outline; null when it can. */
export function polygonFault(polygon: Polygon): string | null {
  if (polygon.length === 0) return 'no outline';
  for (const ring of polygon) {
    const corners = new Set(ring.map(([lng, lat]) => `${toUnits(lng)} ${toUnits(lat)}`));
    if (corners.size < 3) return 'a ring needs three different corners';
    if (ring.some(([lng, lat]) => !(Math.abs(lng) <= 180) || !(Math.abs(lat) <= 90)))
      return 'a corner is off the globe';
  }
  const { west, south, east, north } = boxOf(polygon);
  if (east - west > WIDEST_DEGREES || north - south > WIDEST_DEGREES)
    return 'too wide to be reckoned exactly';
  return null;
}

/** The middle of the corners' box, good enough to centre a map on. */
export function centerOf(polygon: Polygon): Point {
  const { west, south, east, north } = boxOf(polygon);
  return { lng: roundDegrees((west + east) / 2), lat: roundDegrees((south + north) / 2) };
}
