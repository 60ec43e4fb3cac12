import {
  type Corner,
  cross,
  crossing,
  type Edge,
  edgesOf,
  liesOn,
  type Side,
  same,
  sideOf,
} from './exact.js';

export type Rings = readonly (readonly Corner[])[];

/** A point that both have inside them, or null: shared borders and corners are no overlap. The answer is exact; the point is for showing. */
export function overlapOf(one: Rings, other: Rings): Corner | null {
  return meeting(one, other, 'inside');
}

/** A point inside `one` that is outside `other`, or null when `one` lies in it as a whole, borders shared or not. */
export function outsideOf(one: Rings, other: Rings): Corner | null {
  return meeting(one, other, 'outside');
}

/**
 * Where no two borders cross, pieces of border between corners lie on one side as a whole, so their middles tell. Where
 * also no piece of either border runs through the other, the inside of `one` is on one side as a whole, so one spot tells.
 */
function meeting(one: Rings, other: Rings, wanted: Exclude<Side, 'border'>): Corner | null {
  if (!boxesMeet(one, other)) return wanted === 'inside' ? null : spotIn(one);
  const ownEdges = edgesOf(one);
  const theirEdges = edgesOf(other);
  for (const own of ownEdges) {
    const theirs = theirEdges.find((edge) => cross(own, edge));
    if (theirs !== undefined) return crossing(own, theirs);
  }
  return (
    middles(ownEdges, theirEdges).find((middle) => sideOf(other, middle) === wanted) ??
    // A border of the other's that runs inside has both sides of it inside.
    middles(theirEdges, ownEdges).find((middle) => sideOf(one, middle) === 'inside') ??
    [spotIn(one)].find((spot) => spot !== null && sideOf(other, spot) === wanted) ??
    null
  );
}

function boxesMeet(one: Rings, other: Rings): boolean {
  return [0, 1].every((axis) => {
    const mine = (one[0] ?? []).map((corner) => corner[axis] as number);
    const theirs = (other[0] ?? []).map((corner) => corner[axis] as number);
    return Math.max(...mine) >= Math.min(...theirs) && Math.max(...theirs) >= Math.min(...mine);
  });
}

/** The middles of the pieces that the corners of others cut edges into. Half units at most, which doubles hold exactly. */
function middles(edges: readonly Edge[], cutters: readonly Edge[]): Corner[] {
  return edges.flatMap(([from, to]) => {
    const cuts = cutters.map(([corner]) => corner).filter((corner) => liesOn([from, to], corner));
    const way = (corner: Corner) => Math.abs(corner[0] - from[0]) + Math.abs(corner[1] - from[1]);
    const stops = [from, ...cuts, to].sort((a, b) => way(a) - way(b));
    return stops.slice(1).flatMap((stop, i): Corner[] => {
      const before = stops[i] as Corner;
      return same(before, stop) ? [] : [[(before[0] + stop[0]) / 2, (before[1] + stop[1]) / 2]];
    });
  });
}

/** A spot well inside: in the tallest strip between two corners' heights, the middle of the widest stretch. */
function spotIn(rings: Rings): Corner | null {
  const heights = [...new Set(rings.flat().map(([, y]) => y))].sort((a, b) => a - b);
  let best: { spot: Corner; room: number } | null = null;
  for (const [i, low] of heights.entries()) {
    const high = heights[i + 1];
    if (high === undefined) break;
    const y = (low + high) / 2;
    const xs = edgesOf(rings)
      .filter(([from, to]) => from[1] < y !== to[1] < y)
      .map(([from, to]) => from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]))
      .sort((a, b) => a - b);
    for (let j = 0; j + 1 < xs.length; j += 2) {
      const [west, east] = [xs[j] as number, xs[j + 1] as number];
      const room = Math.min(east - west, high - low);
      if (best === null || room > best.room) best = { spot: [(west + east) / 2, y], room };
    }
  }
  return best?.spot ?? null;
}
