import { newId } from '../../api/new-id';
import { NOT_ACROSS, whyNoCut } from './plan-cut';
import { nextGridCode, nextName, type PlanDraft } from './plan-draft';
import { tied } from './plan-edits';
import {
  type Corner,
  contains,
  footOn,
  kept,
  keptInside,
  metresBetween,
  type Outline,
  type Ring,
  sameCorner,
  squareMetresOf,
} from './plan-shape';

/** A line that begins or ends this near to a corner is meant to do so there. */
const CORNER_METRES = 3;

/**
 * The plan with a grid cut in two along a line from border to border. The larger part stays the grid it was, with its
 * cases and whoever works there; the other is new. Words: why the line does not cut it so.
 */
export function withGridSplit(
  draft: PlanDraft,
  gridId: string,
  line: readonly Corner[],
  codes: { community: string | null; retired: readonly string[] },
): { draft: PlanDraft; addedId: string } | string {
  const grid = draft.grids.find(({ id }) => id === gridId);
  const parts = splitOutline(grid?.polygon ?? [], line);
  if (typeof parts === 'string') return parts;
  const [larger, smaller] = [...parts].sort((a, b) => squareMetresOf(b) - squareMetresOf(a)) as [
    Outline,
    Outline,
  ];
  const taken = [...draft.grids.flatMap(({ code }) => code ?? []), ...codes.retired];
  const names = draft.grids.map(({ name }) => name);
  const added = {
    id: newId(),
    name: nextName(names, '网格'),
    code: nextGridCode(codes.community, taken),
    polygon: smaller,
  };
  const grids = draft.grids.map((one) => (one.id === gridId ? { ...one, polygon: larger } : one));
  const both = tied({ ...draft, grids: [...grids, added] }, added.id);
  return { draft: tied(both, gridId), addedId: added.id };
}

/** Both parts of an outline cut along a line, whose ends are put onto the border; words when that leaves no two. */
export function splitOutline(polygon: Outline, line: readonly Corner[]): [Outline, Outline] | string {
  const [first, last] = [line[0], line.at(-1)];
  const [outline = [], ...holes] = polygon;
  if (!first || !last || outline.length < 3 || line.length < 2) return NOT_ACROSS;
  const begun = withSpot(polygon, outline, first);
  const { ring, at: end } = withSpot(polygon, begun.ring, last);
  const start = ring.findIndex((corner) => sameCorner(corner, begun.ring[begun.at] as Corner));
  if (start === end) return NOT_ACROSS;
  // Pressed twice at one spot, a corner is meant once.
  const cut = [ring[start] as Corner, ...line.slice(1, -1).map(kept), ring[end] as Corner].filter(
    (corner, i, all) => i === 0 || !sameCorner(corner, all[i - 1] as Corner),
  );
  const why = whyNoCut([ring, ...holes], cut);
  if (why !== null) return why;
  const between = cut.slice(1, -1);
  const one = [...stretch(ring, start, end), ...[...between].reverse()];
  const other = [...stretch(ring, end, start), ...between];
  const holesIn = (part: Ring) => holes.filter(([corner]) => corner && contains([part], corner));
  return [
    [one, ...holesIn(one)],
    [other, ...holesIn(other)],
  ];
}

/** The ring with the spot on its border that is nearest, and which of its corners that is. */
function withSpot(polygon: Outline, ring: Ring, to: Corner): { ring: Ring; at: number } {
  const feet = ring.map((from, at) => {
    const foot = footOn(to, from, ring[(at + 1) % ring.length] ?? from);
    return { at, foot, metres: metresBetween(foot, to) };
  });
  const { at, foot } = feet.reduce((best, one) => (one.metres < best.metres ? one : best));
  const ends = [at, (at + 1) % ring.length];
  const near = ends.find((end) => metresBetween(ring[end] as Corner, foot) < CORNER_METRES);
  if (near !== undefined) return { ring, at: near };
  const spot = keptInside([ring, ...polygon.slice(1)], { ring: 0, at }, foot);
  return { ring: [...ring.slice(0, at + 1), spot, ...ring.slice(at + 1)], at: at + 1 };
}

/** From one corner to another, going on at the beginning after the last. */
function stretch(ring: Ring, from: number, to: number): Ring {
  return from <= to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
}
