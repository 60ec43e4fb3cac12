import type { PlanDraft } from './plan-draft';
import { aroundOf, withCornersOn } from './plan-edits';
import {
  type Corner,
  footOn,
  keptInside,
  keptOutside,
  metresBetween,
  type Outline,
  type Ring,
  sameCorner,
} from './plan-shape';

/** Borders drawn this near to one another in another program are meant to be one. */
const MEANT_METRES = 0.5;

/**
 * Makes borders that were drawn twice into one: corners that are all but the same become the same, and an edge on which a
 * neighbour's corner lies gets that corner. What was there before the file stays where it is, the communities around too.
 */
export function welded(
  draft: PlanDraft,
  fromFile: { gridIds: readonly string[]; community: boolean },
  communities: readonly Outline[],
): PlanDraft {
  const isNew = ({ id }: { id: string }) => fromFile.gridIds.includes(id);
  const corners: Corner[] = draft.grids
    .filter((grid) => !isNew(grid))
    .flatMap(({ polygon }) => polygon.flat());
  let { community } = draft;
  // Only a community whose own outline is drawn can come too near to another.
  const around = fromFile.community ? communities : [];
  const theirs = around.flat(2).filter(aroundOf(community.polygon, MEANT_METRES));
  if (fromFile.community) corners.unshift(...theirs);
  else corners.unshift(...community.polygon.flat());
  const beside = besideAll(around, theirs);
  const onto = (outline: Outline) => outline.map((ring) => beside(ontoCorners(ring, corners)));
  if (fromFile.community) community = { ...community, polygon: onto(community.polygon) };
  let grids = draft.grids.map((grid) => (isNew(grid) ? { ...grid, polygon: onto(grid.polygon) } : grid));
  if (!fromFile.community)
    grids = grids.map((grid) =>
      isNew(grid)
        ? { ...grid, polygon: grid.polygon.map((ring) => besideOf(community.polygon, ring, keptInside)) }
        : grid,
    );
  const every = grids.flatMap(({ polygon }) => polygon.flat());
  if (fromFile.community) community = withCornersOn(community, [...theirs, ...every], MEANT_METRES);
  const all = [...every, ...community.polygon.flat()];
  return { ...draft, community, grids: grids.map((grid) => withCornersOn(grid, all, MEANT_METRES)) };
}

/** The ring on the corners that are there already where it comes near them; the others are there from now on. */
function ontoCorners(ring: Ring, corners: Corner[]): Ring {
  const moved = ring.map((corner) => {
    const there = corners.find((one) => near(one, corner));
    if (there === undefined) corners.push(corner);
    return there ?? corner;
  });
  return distinct(moved, ring);
}

function distinct(moved: Ring, before: Ring): Ring {
  const kept = moved.filter((corner, i) => !sameCorner(corner, moved[(i + 1) % moved.length] ?? corner));
  return kept.length >= 3 ? kept : before;
}

/** Other communities keep their borders: what comes near one lies on its outer side, so that rounding takes none of its ground. */
function besideAll(communities: readonly Outline[], corners: readonly Corner[]): (ring: Ring) => Ring {
  const theirs = new Set(corners.map(String));
  const borders = communities.map((outline) => ({ outline, isAround: aroundOf(outline, MEANT_METRES) }));
  return (ring) =>
    borders.reduce((its, { outline, isAround }) => {
      const moves = (corner: Corner) => isAround(corner) && !theirs.has(String(corner));
      return its.some(moves) ? besideOf(outline, its, keptOutside, moves) : its;
    }, ring);
}

/** A community that is there keeps its border: what comes near it lies on one side of it, so that rounding puts nothing on the other. */
function besideOf(
  community: Outline,
  ring: Ring,
  keptOn: typeof keptInside,
  moves: (corner: Corner) => boolean = () => true,
): Ring {
  const moved = ring.map((corner) => {
    if (!moves(corner)) return corner;
    for (const [i, border] of community.entries()) {
      if (border.some((one) => sameCorner(one, corner))) return corner;
      for (const [at, from] of border.entries()) {
        const to = border[(at + 1) % border.length] ?? from;
        const foot = footOn(corner, from, to);
        if (!near(foot, corner)) continue;
        return [from, to].find((end) => near(end, foot)) ?? keptOn(community, { ring: i, at }, foot);
      }
    }
    return corner;
  });
  return distinct(moved, ring);
}

/** A degree is never more than 112 km, so that most are told apart without any trigonometry. */
function near(one: Corner, other: Corner): boolean {
  return Math.abs(one[1] - other[1]) < MEANT_METRES / 100_000 && metresBetween(one, other) < MEANT_METRES;
}
