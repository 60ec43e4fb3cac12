import type { OwnerKind } from '@linli/shared';
import type { EntityManager } from 'typeorm';
import { doorOf, type KnownHome } from './home-import.plan.js';
import type { KnownPlaces } from './place-finder.js';

export interface Register {
  places: KnownPlaces;
  /** By `doorOf`. */
  homes: Map<string, KnownHome>;
}

interface OwnerRow {
  id: string;
  homeId: string;
  name: string;
  ownerKind: OwnerKind;
  phoneIndex: string | null;
  shareNumerator: number | null;
  shareDenominator: number | null;
}

/** A community's places as they are drawn now, its homes and owners in force, as this transaction sees them. */
export async function loadRegister(tx: EntityManager, communityId: string): Promise<Register> {
  const estates: KnownPlaces['estates'] = await tx.query(
    'select id, name from estate where community_id = ? and closed_at is null',
    [communityId],
  );
  const areas: { id: string; name: string; kind: string; parentId: string; estateId: string | null }[] =
    await tx.query(
      `select id, name, kind, parent_id as parentId, estate_id as estateId from area
        where community_id = ? and kind in ('building', 'entrance') and closed_at is null order by sort, id`,
      [communityId],
    );
  const homes: Omit<KnownHome, 'owners'>[] = await tx.query(
    `select id, entrance_id as entranceId, room, floor, usage_kind as \`usage\`, floor_area as floorArea,
       title_number as titleNumber from home where community_id = ?`,
    [communityId],
  );
  const owners: OwnerRow[] = await tx.query(
    `select id, home_id as homeId, name, owner_kind as ownerKind, phone_index as phoneIndex,
       share_numerator as shareNumerator, share_denominator as shareDenominator
       from home_owner where community_id = ? and to_at is null order by from_at, position, id`,
    [communityId],
  );
  const byId = new Map(homes.map((home): [string, KnownHome] => [home.id, { ...home, owners: [] }]));
  for (const { homeId, shareNumerator, shareDenominator, ...owner } of owners) {
    const stated = shareNumerator !== null && shareDenominator !== null;
    const share = stated ? { numerator: shareNumerator, denominator: shareDenominator } : null;
    byId.get(homeId)?.owners.push({ ...owner, share });
  }
  return {
    places: {
      estates,
      buildings: areas.filter(({ kind }) => kind === 'building'),
      entrances: areas
        .filter(({ kind }) => kind === 'entrance')
        .map(({ id, name, parentId }) => ({ id, name, buildingId: parentId })),
    },
    homes: new Map([...byId.values()].map((home) => [doorOf(home.entranceId, home.room), home])),
  };
}
