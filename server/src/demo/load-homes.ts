import type { INestApplicationContext } from '@nestjs/common';
import { HomeLedger, HomeQueries, type HomeRow, type LedgerRow } from '../modules/home/index.js';
import type { SignedInActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import type { DemoCommunity } from './demo-map.js';
import type { DemoAreas } from './load-areas.js';
import type { PlannedHome } from './planned-home.js';

/** Enters the owner register as the property companies' ledgers would be, and gives back each planned home as it is kept. */
export async function loadHomes(
  app: INestApplicationContext,
  areas: DemoAreas,
  { shortCode }: DemoCommunity,
  by: SignedInActor,
  planned: readonly PlannedHome[],
): Promise<Map<PlannedHome, HomeRow>> {
  const community = areas.communities.get(shortCode);
  if (community === undefined) throw new RangeError(`no community ${shortCode}`);
  await app
    .get(Database)
    .transaction((tx) => app.get(HomeLedger).enter(tx, by, community.id, planned.map(ledgerRow)));
  const rows = new Map<string, HomeRow>();
  for (const name of new Set(planned.map(({ building }) => building))) {
    const doors = await app.get(HomeQueries).doors(areas.buildings.get(name)?.id ?? '');
    const homes = await app
      .get(HomeQueries)
      .homes(doors.flatMap((entrance) => entrance.homes.map(({ id }) => id)));
    for (const home of homes.values()) rows.set(`${name} ${home.entranceName} ${home.room}`, home);
  }
  return new Map(
    planned.map((home) => {
      const row = rows.get(`${home.building} ${home.entrance} 单元 ${home.room}`);
      if (row === undefined) throw new RangeError(`${home.building} ${home.room} was not entered`);
      return [home, row];
    }),
  );
}

function ledgerRow({ estate, buildingName, entrance, floor, room, area, ...title }: PlannedHome): LedgerRow {
  const { owners, share, titleNumber } = title;
  return {
    ...{ estate, building: buildingName, entrance: `${entrance} 单元`, floor: String(floor), room, area },
    ...{ usage: '住宅', title: titleNumber, share },
    owner: owners.map(({ name }) => name).join('、'),
    phone: owners.flatMap(({ phone }) => phone ?? []).join('、'),
  };
}
