import { newId } from './new-id.js';
import type { TestDatabase } from './test-database.js';

export interface Somewhere {
  communityId: string;
  gridId: string;
  buildingId: string;
}

/** What somebody is beside being confirmed to live there. */
export interface ResidentChange {
  personId?: string;
  state?: string;
  erased?: boolean;
  mergedIntoId?: string;
  awaitsGuardian?: boolean;
  account?: boolean;
}

/** As many people as that, each confirmed in a home of their own there; gives back who. */
export async function settleResidents(
  database: TestDatabase,
  there: Somewhere,
  residents: readonly ResidentChange[],
): Promise<string[]> {
  const ids = residents.map(({ personId }) => personId ?? newId());
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500).map((id, at) => ({ id, ...residents[from + at] }));
    const fresh = some.filter(({ personId }) => personId === undefined);
    if (fresh.length > 0) {
      await database.query(
        'insert into person (id, name, created_at, erased_at, merged_into_id, awaits_guardian) values ?',
        [
          fresh.map(({ id, erased, mergedIntoId, awaitsGuardian }) => [
            ...[id, '某某', new Date(), erased ? new Date() : null],
            ...[mergedIntoId ?? null, awaitsGuardian ? 1 : 0],
          ]),
        ],
      );
    }
    const signedIn = fresh.filter(({ account = true }) => account);
    if (signedIn.length > 0) {
      await database.query(
        'insert into person_login (id, person_id, kind, realm, subject, created_at) values ?',
        [signedIn.map(({ id }) => [newId(), id, 'wechat', 'wx-test', `openid-of-${id}`, new Date()])],
      );
    }
    await database.query(
      `insert into household_member (id, home_id, community_id, grid_id, building_id, home_label, person_id, name,
         relation, lives_here, state, claimed_at, open_key, request_hash) values ?`,
      [
        some.map(({ id, state = 'confirmed' }) => [
          ...[newId(), newId(), there.communityId, there.gridId, there.buildingId, '某处', id, '某某'],
          ...['owner', 1, state, new Date(), state === 'ended' ? null : newId(), ''],
        ]),
      ],
    );
  }
  return ids;
}
