import type { Chosen } from './draw-plan';
import type { PlanDraft } from './plan-draft';
import {
  type Corner,
  type CornerRef,
  contains,
  cornerAt,
  footOn,
  insertCorner,
  keptInside,
  metresBetween,
  moveCorner,
  type Outlined,
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

function withCornersOn<T extends Outlined>(area: T, corners: readonly Corner[]): T {
  let polygon = area.polygon;
  for (const corner of corners) {
    for (const [ring, its] of polygon.entries()) {
      if (its.some((one) => sameCorner(one, corner))) continue;
      const at = its.findIndex(
        (from, i) =>
          metresBetween(corner, footOn(corner, from, its[(i + 1) % its.length] ?? from)) < TIED_METRES,
      );
      if (at >= 0) polygon = insertCorner(polygon, { ring, at }, corner);
    }
  }
  return polygon === area.polygon ? area : { ...area, polygon };
}

/** The grid in which something stands, as far as the drawing goes. */
export function gridNameAt({ grids }: PlanDraft, at: Corner): string | null {
  return grids.find(({ polygon }) => contains(polygon, at))?.name ?? null;
}
