import { metresPerDegree } from './distance.js';
import {
  type Corner,
  cross,
  crossing,
  doubleAreaOf,
  type Edge,
  edgesOf,
  runAlong,
  same,
  sideOf,
  touch,
  turn,
  unitsOf,
} from './exact.js';
import type { Polygon } from './point.js';

/** Smaller than a house is no area anybody means. */
const SMALLEST_SQUARE_METRES = 100;

/** What is wrong with one area's own outline, and where. */
export type OutlineFault =
  | { kind: 'too-small'; at: Corner | null }
  | { kind: 'self-crossing'; at: Corner; edges: [Edge, Edge] }
  | { kind: 'hole-outside'; at: Corner; ring: readonly Corner[] };

/** The first thing wrong, the outline before its holes; null when it can be an area. Every decision is exact. */
export function outlineFault(polygon: Polygon): OutlineFault | null {
  const rings = unitsOf(polygon);
  for (const ring of rings) {
    const fault = ringFault(ring);
    if (fault !== null) return fault;
  }
  const [outline = [], ...holes] = rings;
  for (const [i, hole] of holes.entries()) {
    const others = [outline, ...holes.slice(0, i)];
    const across = between(edgesOf([hole]), edgesOf(others));
    if (across !== null) return across;
    const [first = [0, 0] as Corner] = hole;
    const off = hole.find((corner) => sideOf([outline], corner) === 'outside');
    const within = holes.slice(0, i).some((before) => nested(hole, before));
    if (off !== undefined || within) return { kind: 'hole-outside', at: off ?? first, ring: hole };
  }
  return null;
}

function nested(hole: readonly Corner[], before: readonly Corner[]): boolean {
  return (
    hole.some((corner) => sideOf([before], corner) === 'inside') ||
    before.some((corner) => sideOf([hole], corner) === 'inside') ||
    hole.every((corner) => sideOf([before], corner) === 'border')
  );
}

function ringFault(ring: readonly Corner[]): OutlineFault | null {
  if (new Set(ring.map(String)).size < 3) return { kind: 'too-small', at: ring[0] ?? null };
  const edges = edgesOf([ring]);
  for (const [i, one] of edges.entries()) {
    for (const [j, other] of edges.entries()) {
      if (j <= i) continue;
      if (!meetWrongly(one, other, j === i + 1, i === 0 && j === edges.length - 1)) continue;
      return { kind: 'self-crossing', at: spotOf(one, other), edges: [one, other] };
    }
  }
  const [east, north] = metresPerDegree((ring[0] as Corner)[1] / 1e7);
  if ((doubleAreaOf(ring) / 2 / 1e14) * east * north < SMALLEST_SQUARE_METRES)
    return { kind: 'too-small', at: ring[0] ?? null };
  return null;
}

/** Neighbours share the corner between them and nothing else; all others share nothing. */
function meetWrongly(one: Edge, other: Edge, follows: boolean, closes: boolean): boolean {
  if (!follows && !closes) return touch(one, other);
  const [shared, before, after] = follows ? [one[1], one[0], other[1]] : [one[0], one[1], other[0]];
  // Straight back the way it came.
  return (
    turn(before, shared, after) === 0 &&
    (before[0] - shared[0]) * (after[0] - shared[0]) + (before[1] - shared[1]) * (after[1] - shared[1]) > 0
  );
}

function between(own: readonly Edge[], theirs: readonly Edge[]): OutlineFault | null {
  for (const one of own) {
    const other = theirs.find((edge) => cross(one, edge) || runAlong(one, edge));
    if (other !== undefined) return { kind: 'self-crossing', at: spotOf(one, other), edges: [one, other] };
  }
  return null;
}

/** Where two edges meet: where they cross, else the corner of one on the other. */
function spotOf(one: Edge, other: Edge): Corner {
  if (cross(one, other)) return crossing(one, other);
  const corners = [...one, ...other];
  return (
    corners.find(
      (corner) => touch([corner, corner], one) && touch([corner, corner], other) && !same(corner, one[0]),
    ) ?? one[0]
  );
}
