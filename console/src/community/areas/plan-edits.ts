import type { MapPlan } from '../../api/contract';
import type { Chosen } from './draw-plan';
import type { PlanDraft } from './plan-draft';
import {
  type Corner,
  type CornerRef,
  contains,
  cornerAt,
  footOn,
  insertCorner,
  kept,
  keptInside,
  metresBetween,
  moveCorner,
  type Outline,
  type Outlined,
  openRings,
  sameCorner,
  snapTo,
} from './plan-shape';

/** A corner this near to a neighbour's edge is meant to lie on it. */
const TIED_METRES = 0.03;

export interface Moving {
  /** How far a corner is drawn to what is near, in metres; 0: it goes where it is put. */
  within: number;
  /** Whether neighbours' corners on the same spot come along. */
  together: boolean;
}

/** The plan with a corner somewhere else, drawn to the neighbours' corners and edges when it is let go near them. */
export function withCornerMoved(
  draft: PlanDraft,
  chosen: Chosen,
  ref: CornerRef,
  to: Corner,
  { within, together }: Moving,
): PlanDraft {
  if (chosen.kind === 'community') {
    const [community, ...grids] = moveCorner(
      [draft.community, ...draft.grids] as Outlined[],
      draft.community.id,
      ref,
      to,
      together,
    );
    return {
      ...draft,
      community: { ...draft.community, ...community },
      grids: draft.grids.map((grid, i) => ({ ...grid, ...grids[i] })),
    };
  }
  const own = draft.grids.find(({ id }) => id === chosen.id);
  const from = own && cornerAt(own.polygon, ref);
  if (!from) return draft;
  const comesAlong = ({ polygon }: Outlined) =>
    together && polygon.some((ring) => ring.some((corner) => sameCorner(corner, from)));
  const neighbours = draft.grids.filter((grid) => grid.id !== chosen.id && !comesAlong(grid));
  const target = snapped(draft, neighbours, to, within);
  return tied({ ...draft, grids: moveCorner(draft.grids, chosen.id, ref, target, together) }, chosen.id);
}

/** Where a press on the ground is meant, for a corner of something new. */
export function snappedGround(draft: PlanDraft, at: Corner, within: number): Corner {
  return snapped(draft, draft.grids, at, within);
}

/** A corner of the community's own outline: onto a corner of the communities around, whose borders stay as they are. */
export function snappedToNeighbours(
  { neighbours }: Pick<MapPlan, 'neighbours'>,
  at: Corner,
  within: number,
): Corner {
  const corners = neighbours.flatMap(({ polygon }) => openRings(polygon).flat());
  const near = corners
    .map((corner) => ({ corner, metres: metresBetween(corner, at) }))
    .filter(({ metres }) => metres <= within)
    .sort((a, b) => a.metres - b.metres);
  return near[0]?.corner ?? kept(at);
}

function snapped(draft: PlanDraft, neighbours: readonly Outlined[], at: Corner, within: number): Corner {
  const { id, polygon } = draft.community;
  const snap = within > 0 ? snapTo(at, [...neighbours, { id, polygon }], within) : null;
  if (snap === null) return at;
  return snap.edge?.id === id ? keptInside(polygon, snap.edge.ref, snap.to) : snap.to;
}

/** Puts a corner that lies on a neighbour's edge into that edge, and theirs into its own, so that both have exactly one border. */
export function tied(draft: PlanDraft, gridId: string): PlanDraft {
  const own = draft.grids.find(({ id }) => id === gridId);
  if (!own) return draft;
  const others = draft.grids.filter(({ id }) => id !== gridId);
  const corners = others.flatMap(({ polygon }) => polygon.flat());
  const self = withCornersOn(own, corners);
  return {
    ...draft,
    grids: draft.grids.map((grid) => (grid.id === gridId ? self : withCornersOn(grid, self.polygon.flat()))),
  };
}

/** The outline with those of these corners that lie on one of its edges. */
export function withCornersOn<T extends Outlined>(
  area: T,
  corners: readonly Corner[],
  within = TIED_METRES,
): T {
  let polygon = area.polygon;
  const isAround = aroundOf(polygon, within);
  for (const corner of corners) {
    if (!isAround(corner)) continue;
    for (const [ring, its] of polygon.entries()) {
      if (its.some((one) => sameCorner(one, corner))) continue;
      const at = its.findIndex(
        (from, i) => metresBetween(corner, footOn(corner, from, its[(i + 1) % its.length] ?? from)) < within,
      );
      if (at >= 0) polygon = insertCorner(polygon, { ring, at }, corner);
    }
  }
  return polygon === area.polygon ? area : { ...area, polygon };
}

/** Tells corners that are far off at a glance: most are. */
export function aroundOf(polygon: Outline, metres: number): (corner: Corner) => boolean {
  const lngs = polygon.flat().map(([lng]) => lng);
  const lats = polygon.flat().map(([, lat]) => lat);
  // A degree of longitude is longer than this wherever somebody lives.
  const margin = metres / 20_000;
  const [west, east] = [Math.min(...lngs) - margin, Math.max(...lngs) + margin];
  const [south, north] = [Math.min(...lats) - margin, Math.max(...lats) + margin];
  return ([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north;
}

/** The grid in which something stands, as far as the drawing goes. */
export function gridNameAt({ grids }: PlanDraft, at: Corner): string | null {
  return grids.find(({ polygon }) => contains(polygon, at))?.name ?? null;
}
