import type { INestApplicationContext } from '@nestjs/common';
import { PeopleService } from '../../modules/identity/index.js';
import { PrivacyConsents } from '../../modules/privacy/index.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { DemoClock } from '../demo-clock.js';
import { type Hiring, placeOf } from '../hiring.js';
import type { DemoAreas } from '../load-areas.js';
import type { DemoActors } from '../load-people.js';
import type { PlannedHome, PlannedResident } from '../planned-home.js';

export interface Captains {
  people: Map<PlannedResident, SignedInActor>;
  /** By `estate building`. */
  captains: Map<string, SignedInActor>;
}

/** Of each building the first who lives behind its first door, except where the demo knows a captain by name. */
export async function loadCaptains(
  app: INestApplicationContext,
  clock: DemoClock,
  hiring: Hiring,
  { areas, actors }: { areas: DemoAreas; actors: DemoActors },
  homes: readonly PlannedHome[],
  first: Date,
): Promise<Captains> {
  const people: Captains['people'] = new Map();
  const captains: Captains['captains'] = new Map();
  clock.set(first);
  for (const { building, residents } of homes) {
    if (captains.has(building)) continue;
    const place = placeOf(`building ${building}`, areas);
    const known = [...actors.values()].find(({ appointments }) =>
      appointments.some(({ role, areaId }) => role === 'building_captain' && areaId === place.areaId),
    );
    const [resident] = residents;
    if (known === undefined && resident !== undefined) {
      const person = await register(app, resident, first);
      const captain = await hiring.appoint(person, 'building_captain', place);
      people.set(resident, captain);
      captains.set(building, captain);
    } else if (known !== undefined) captains.set(building, known);
  }
  return { people, captains };
}

function register(app: INestApplicationContext, { name, phone }: PlannedResident, at: Date) {
  const id = newId(at);
  return app.get(Database).transaction(async (tx) => {
    await app
      .get(PeopleService)
      .createPeople(tx, [{ id, name, createdAt: at, ...(phone === undefined ? {} : { phone }) }]);
    await app.get(PrivacyConsents).agreedBefore(tx, [{ personId: id, name, at }]);
    return { personId: id, name };
  });
}
