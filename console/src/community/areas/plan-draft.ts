import type { MapChanges, MapPlan } from '../../api/contract';
import { kept, type Outline, openRings } from './plan-shape';

export interface DraftGrid {
  id: string;
  name: string;
  code: string | null;
  polygon: Outline;
}

export interface DraftEstate {
  id: string;
  name: string;
}

export interface DraftBuilding {
  id: string;
  name: string;
  estateId: string;
  entranceCount: number;
  location: { lng: number; lat: number } | null;
}

/** A community's map while it is being drawn; what is not in it any more is to be closed. */
export interface PlanDraft {
  community: { id: string; name: string; polygon: Outline };
  grids: DraftGrid[];
  estates: DraftEstate[];
  buildings: DraftBuilding[];
}

export function draftOf({ community, grids, estates, buildings }: MapPlan): PlanDraft {
  return {
    community: { id: community.id, name: community.name, polygon: openRings(community.polygon) },
    grids: grids.map(({ id, name, code, polygon }) => ({ id, name, code, polygon: openRings(polygon) })),
    estates: estates.map(({ id, name }) => ({ id, name })),
    buildings: buildings.map(({ id, name, estateId, entranceCount, location }) => ({
      id,
      name,
      estateId,
      entranceCount,
      location,
    })),
  };
}

/** What has to be sent so that the map becomes the draft: only what differs. */
export function changesOf(base: PlanDraft, draft: PlanDraft): MapChanges {
  const grids = differing(base.grids, draft.grids);
  const estates = differing(base.estates, draft.estates);
  const buildings = differing(base.buildings, draft.buildings);
  const { name, polygon } = draft.community;
  return {
    ...(same(base.community, draft.community) ? {} : { community: { name, polygon } }),
    grids: grids.changed,
    closedGridIds: grids.closed,
    estates: estates.changed,
    closedEstateIds: estates.closed,
    buildings: buildings.changed.flatMap(({ location, ...building }) => {
      if (location === null) return [];
      const [lng, lat] = kept([location.lng, location.lat]);
      return [{ ...building, location: { lng, lat } }];
    }),
    closedBuildingIds: buildings.closed,
  };
}

/** How many things differ. */
export function changeCount({ community, ...lists }: MapChanges): number {
  return Object.values(lists).reduce((sum, list) => sum + list.length, community ? 1 : 0);
}

function differing<T extends { id: string }>(base: readonly T[], draft: readonly T[]) {
  const before = new Map(base.map((thing) => [thing.id, thing]));
  const there = new Set(draft.map(({ id }) => id));
  return {
    changed: draft.filter((thing) => !same(before.get(thing.id), thing)),
    closed: base.map(({ id }) => id).filter((id) => !there.has(id)),
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const SEQUENCE_DIGITS = 3;
const LAST_SEQUENCE = 999;

/** The next free code of 15 digits: the community's 12 and a number nobody has or had. Null where the community has no code. */
export function nextGridCode(communityCode: string | null, taken: readonly string[]): string | null {
  if (communityCode?.length !== 12) return null;
  const sequences = taken
    .filter((code) => code.startsWith(communityCode))
    .map((code) => Number(code.slice(communityCode.length)));
  for (let next = Math.max(0, ...sequences) + 1; next <= LAST_SEQUENCE; next++) {
    const code = communityCode + String(next).padStart(SEQUENCE_DIGITS, '0');
    if (!taken.includes(code)) return code;
  }
  return null;
}

/** The next name of the kind `3 网格`, `3 号楼`. */
export function nextName(names: readonly string[], words: string): string {
  const numbers = names.flatMap((name) => /^(\d+)/.exec(name)?.[1] ?? []).map(Number);
  return `${Math.max(0, ...numbers) + 1} ${words}`;
}
