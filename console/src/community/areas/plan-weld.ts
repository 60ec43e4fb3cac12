import type { PlanDraft } from './plan-draft';
import { withCornersOn } from './plan-edits';
import {
  type Corner,
  footOn,
  keptInside,
  metresBetween,
  type Outline,
  type Ring,
  sameCorner,
} from './plan-shape';

/** Borders drawn this near to one another in another program are meant to be one. */
const MEANT_METRES = 0.5;

/**
 * Makes borders that were drawn twice into one: corners that are all but the same become the same, and an edge on which a
 * neighbour's corner lies gets that corner. What was there before the file stays where it is.
 */
export function welded(
  draft: PlanDraft,
  fromFile: { gridIds: readonly string[]; community: boolean },
): PlanDraft {
  const isNew = ({ id }: { id: string }) => fromFile.gridIds.includes(id);
  const corners: Corner[] = draft.grids
    .filter((grid) => !isNew(grid))
    .flatMap(({ polygon }) => polygon.flat());
  if (!fromFile.community) corners.unshift(...draft.community.polygon.flat());
  const onto = (outline: Outline) => outline.map((ring) => ontoCorners(ring, corners));
  let { community } = draft;
  if (fromFile.community) community = { ...community, polygon: onto(community.polygon) };
  let grids = draft.grids.map((grid) => (isNew(grid) ? { ...grid, polygon: onto(grid.polygon) } : grid));
  if (!fromFile.community)
    grids = grids.map((grid) =>
      isNew(grid)
        ? { ...grid, polygon: grid.polygon.map((ring) => insideOf(community.polygon, ring)) }
        : grid,
    );
  const every = grids.flatMap(({ polygon }) => polygon.flat());
  if (fromFile.community) community = withCornersOn(community, every, MEANT_METRES);
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
  const distinct = moved.filter((corner, i) => !sameCorner(corner, moved[(i + 1) % moved.length] ?? corner));
  return distinct.length >= 3 ? distinct : ring;
}

/** A community that is there keeps its border: what comes near it lies on its inner side, so that rounding puts nothing outside. */
function insideOf(community: Outline, ring: Ring): Ring {
  return ring.map((corner) => {
    for (const [i, border] of community.entries()) {
      if (border.some((one) => sameCorner(one, corner))) return corner;
      for (const [at, from] of border.entries()) {
        const foot = footOn(corner, from, border[(at + 1) % border.length] ?? from);
        if (near(foot, corner)) return keptInside(community, { ring: i, at }, foot);
      }
    }
    return corner;
  });
}

/** A degree is never more than 112 km, so that most are told apart without any trigonometry. */
function near(one: Corner, other: Corner): boolean {
  return Math.abs(one[1] - other[1]) < MEANT_METRES / 100_000 && metresBetween(one, other) < MEANT_METRES;
}
