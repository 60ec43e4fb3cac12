import type { INestApplicationContext } from '@nestjs/common';
import { OrganisationService } from '../modules/organisation/index.js';
import { Database } from '../platform/database/database.js';
import type { DemoClock } from './demo-clock.js';
import { DEMO_ORGANISATIONS } from './demo-organisations.js';
import type { DemoAreas } from './load-areas.js';

/** The ids of the demo's organisations, by name. */
export type DemoOrganisations = Map<string, string>;

export async function loadOrganisations(
  app: INestApplicationContext,
  clock: DemoClock,
  areas: DemoAreas,
): Promise<DemoOrganisations> {
  const ids: DemoOrganisations = new Map();
  for (const { name, kind, community } of DEMO_ORGANISATIONS) {
    const communityId = community === undefined ? null : (areas.communities.get(community)?.id ?? null);
    const organisation = { kind, name, communityId, subdistrictId: areas.subdistrict.id };
    const id = await app
      .get(Database)
      .transaction((tx) => app.get(OrganisationService).add(tx, organisation));
    ids.set(name, id);
    // They are listed in the order in which they came.
    clock.set(new Date(clock.now().getTime() + 1000));
  }
  return ids;
}
