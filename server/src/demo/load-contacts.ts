import type { INestApplicationContext } from '@nestjs/common';
import { DutyPhones, WorkCards } from '../modules/contact/index.js';
import type { DemoAreas } from './load-areas.js';
import type { DemoActors } from './load-people.js';

/** No area has this code, so that nobody's telephone rings. */
const NOBODYS = '05001000000';

/** The community answers on a number; one grid worker lets residents call, the others do not. */
export async function loadContacts(
  app: INestApplicationContext,
  areas: DemoAreas,
  actors: DemoActors,
): Promise<void> {
  const [secretary, worker] = [actors.get('community-secretary-1'), actors.get('grid-worker-1')];
  const community = areas.communities.get('AL');
  if (!secretary || !worker || !community) throw new RangeError('the demo lost somebody');
  await app.get(DutyPhones).set(secretary, community.id, { phone: `${NOBODYS}1`, version: 0 });
  await app.get(WorkCards).set(worker, { phone: `${NOBODYS}2`, shown: true, version: 0 });
}
