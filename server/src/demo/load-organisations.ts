import type { INestApplicationContext } from '@nestjs/common';
import { OrganisationDesk } from '../modules/staff/index.js';
import type { SignedInActor } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoClock } from './demo-clock.js';
import type { DemoOrganisation } from './demo-organisations.js';
import type { DemoAreas } from './load-areas.js';

/** The ids of the demo's organisations, by name. */
export type DemoOrganisations = Map<string, string>;

/** Has them added at the desk, and said which estates they work for. */
export async function loadOrganisations(
  app: INestApplicationContext,
  clock: DemoClock,
  areas: DemoAreas,
  by: SignedInActor,
  wanted: readonly DemoOrganisation[],
): Promise<DemoOrganisations> {
  const desk = app.get(OrganisationDesk);
  const ids: DemoOrganisations = new Map();
  for (const { name, kind, community, serves = [] } of wanted) {
    const area = community === undefined ? areas.subdistrict : areas.communities.get(community);
    const id = newId(clock.now());
    await desk.add(by, { id, kind, name, areaId: area?.id ?? '' });
    const estateIds = serves.flatMap((estate) => areas.estates.get(estate) ?? []);
    if (estateIds.length > 0) await desk.serve(by, id, { actionId: newId(clock.now()), estateIds });
    ids.set(name, id);
    // They are listed in the order in which they came.
    clock.set(new Date(clock.now().getTime() + 1000));
  }
  return ids;
}
