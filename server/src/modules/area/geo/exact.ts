import { type Polygon, type Ring, toUnits } from './point.js';

/** A corner in ten-millionths of a degree, so that every question below has an exact answer. */
export type Corner = readonly [x: number, y: number];
export type Edge = readonly [from: Corner, to: Corner];

/** The rings in whole units: no corner twice in a row, the first not repeated at the end. */
export function unitsOf(polygon: Polygon): Corner[][] {
  return polygon.map((ring) => {
    const corners: Corner[] = [];
    for (const [lng, lat] of ring) {
      const corner: Corner = [toUnits(lng), toUnits(lat)];
      const last = corners.at(-1);
      if (last === undefined || !same(last, corner)) corners.push(corner);
    }
    while (corners.length > 1 && same(corners[0] as Corner, corners.at(-1) as Corner)) corners.pop();
    return corners;
  });
}

/** Back to degrees, as the API says them. */
export function degreesOf(corners: readonly Corner[]): Ring {
  return corners.map(([x, y]) => [Math.round(x) / 1e7, Math.round(y) / 1e7]);
}

/** Back to degrees without rounding: what is narrower than a unit would be a line. */
export function fineDegreesOf(corners: readonly Corner[]): Ring {
  return corners.map(([x, y]) => [x / 1e7, y / 1e7]);
}

export function same(a: Corner, b: Corner): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function edgesOf(rings: readonly (readonly Corner[])[]): Edge[] {
  return rings.flatMap((ring) => ring.map((from, i): Edge => [from, ring[(i + 1) % ring.length] as Corner]));
}

/** Above zero when c lies to the left of the way from a to b, zero when on its line. */
export function turn(a: Corner, b: Corner, c: Corner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Whether the corner lies on the edge, its ends included. */
export function liesOn([from, to]: Edge, corner: Corner): boolean {
  return (
    turn(from, to, corner) === 0 && between(from[0], corner[0], to[0]) && between(from[1], corner[1], to[1])
  );
}

function between(a: number, value: number, b: number): boolean {
  return a < b ? a <= value && value <= b : b <= value && value <= a;
}

/** Whether their boxes meet at all: most pairs of edges are told apart by this. */
function near([a, b]: Edge, [c, d]: Edge): boolean {
  return (
    Math.max(a[0], b[0]) >= Math.min(c[0], d[0]) &&
    Math.max(c[0], d[0]) >= Math.min(a[0], b[0]) &&
    Math.max(a[1], b[1]) >= Math.min(c[1], d[1]) &&
    Math.max(c[1], d[1]) >= Math.min(a[1], b[1])
  );
}

/** Whether each goes through the other between its ends. */
export function cross(one: Edge, other: Edge): boolean {
  if (!near(one, other)) return false;
  const [a, b] = one;
  const [c, d] = other;
  return (
    Math.sign(turn(a, b, c)) * Math.sign(turn(a, b, d)) < 0 &&
    Math.sign(turn(c, d, a)) * Math.sign(turn(c, d, b)) < 0
  );
}

/** Whether they have anything in common, an end included. */
export function touch(one: Edge, other: Edge): boolean {
  return (
    near(one, other) &&
    (cross(one, other) ||
      liesOn(one, other[0]) ||
      liesOn(one, other[1]) ||
      liesOn(other, one[0]) ||
      liesOn(other, one[1]))
  );
}

/** Whether they run along one another for more than a point. */
export function runAlong(one: Edge, other: Edge): boolean {
  if (!near(one, other)) return false;
  if (turn(...one, other[0]) !== 0 || turn(...one, other[1]) !== 0) return false;
  const axis = one[0][0] === one[1][0] ? 1 : 0;
  const [low, high] = [Math.min(one[0][axis], one[1][axis]), Math.max(one[0][axis], one[1][axis])];
  const [from, to] = [Math.min(other[0][axis], other[1][axis]), Math.max(other[0][axis], other[1][axis])];
  return Math.min(high, to) > Math.max(low, from);
}

/** Where two edges that cross do so; not a whole unit as a rule, so good for showing only. */
export function crossing([a, b]: Edge, [c, d]: Edge): Corner {
  const along = turn(c, d, a) / (turn(c, d, a) - turn(c, d, b));
  return [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])];
}

export type Side = 'inside' | 'border' | 'outside';

/** Where a corner lies as to the rings, holes being outside. Exact for whole and half units. */
export function sideOf(rings: readonly (readonly Corner[])[], corner: Corner): Side {
  let inside = false;
  for (const edge of edgesOf(rings)) {
    if (liesOn(edge, corner)) return 'border';
    const [low, high] = edge[0][1] < edge[1][1] ? edge : [edge[1], edge[0]];
    if (low[1] <= corner[1] && corner[1] < high[1] && turn(low, high, corner) > 0) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

/** Twice the area a ring goes round, in square units, whichever way it goes. */
export function doubleAreaOf(ring: readonly Corner[]): number {
  const [origin = [0, 0] as Corner] = ring;
  return Math.abs(edgesOf([ring]).reduce((sum, [from, to]) => sum + turn(origin, from, to), 0));
}
