import type { Point, Polygon } from '../geo/point.js';
import { polygonContains } from '../geo/polygon.js';

/** A community's map as it stands, or as it would stand. */
export interface CommunityPlan {
  community: { id: string; name: string; code: string | null; polygon: Polygon };
  grids: PlannedGrid[];
  estates: PlannedEstate[];
  buildings: PlannedBuilding[];
}

export interface PlannedGrid {
  id: string;
  name: string;
  code: string | null;
  polygon: Polygon;
  sort: number;
}

export interface PlannedEstate {
  id: string;
  name: string;
  sort: number;
}

export interface PlannedBuilding {
  id: string;
  name: string;
  estateId: string;
  /** Null: where it stands is not known, so that its grid stays what it was. */
  location: Point | null;
  gridId: string | null;
  sort: number;
}

/** What one edit puts in the place of what is there. Things come whole; an id that is new is a thing to add. */
export interface MapChanges {
  community: { name: string; polygon: Polygon } | null;
  grids: Omit<PlannedGrid, 'sort'>[];
  closedGridIds: string[];
  estates: Omit<PlannedEstate, 'sort'>[];
  closedEstateIds: string[];
  buildings: { id: string; name: string; estateId: string; location: Point }[];
  closedBuildingIds: string[];
}

/** The plan after these changes. A building is in the grid it stands in. */
export function planAfter(plan: CommunityPlan, changes: MapChanges): CommunityPlan {
  const grids = replaced(plan.grids, changes.grids, changes.closedGridIds);
  const estates = replaced(plan.estates, changes.estates, changes.closedEstateIds);
  const before = new Map(plan.buildings.map(({ id, gridId }) => [id, gridId]));
  const moved = changes.buildings.map((building) => ({
    ...building,
    gridId: before.get(building.id) ?? null,
  }));
  const buildings = replaced(plan.buildings, moved, changes.closedBuildingIds);
  const open = new Set(grids.map(({ id }) => id));
  return {
    community: { ...plan.community, ...changes.community },
    grids,
    estates,
    buildings: buildings.map((building) => {
      const kept = building.gridId !== null && open.has(building.gridId) ? building.gridId : null;
      return { ...building, gridId: building.location === null ? kept : gridAt(grids, building.location) };
    }),
  };
}

/** The grid a point lies in; null for the community's unassigned queue. */
export function gridAt(grids: readonly Pick<PlannedGrid, 'id' | 'polygon'>[], point: Point): string | null {
  return grids.find(({ polygon }) => polygonContains(polygon, point))?.id ?? null;
}

function replaced<T extends { id: string; sort: number }>(
  before: readonly T[],
  changes: readonly Omit<T, 'sort'>[],
  closed: readonly string[],
): T[] {
  const changed = new Map(changes.map((one) => [one.id, one]));
  const known = new Set(before.map(({ id }) => id));
  const last = Math.max(0, ...before.map(({ sort }) => sort));
  const kept = before.map((one) => ({ ...one, ...changed.get(one.id) }));
  const added = changes
    .filter(({ id }) => !known.has(id))
    .map((one, i) => ({ ...one, sort: last + i + 1 }) as T);
  return [...kept, ...added].filter(({ id }) => !closed.includes(id));
}
