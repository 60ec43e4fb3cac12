import type { INestApplicationContext } from '@nestjs/common';
import { AppointmentsService, PeopleService } from '../modules/identity/index.js';
import { PrivacyConsents } from '../modules/privacy/index.js';
import type { SignedInActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoClock } from './demo-clock.js';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from './demo-people.js';
import type { DemoAreas } from './load-areas.js';
import type { DemoOrganisations } from './load-organisations.js';

/** Demo people as they act, by key. */
export type DemoActors = Map<string, SignedInActor>;

export async function loadPeople(
  app: INestApplicationContext,
  clock: DemoClock,
  areas: DemoAreas,
  organisations: DemoOrganisations,
): Promise<DemoActors> {
  const actors: DemoActors = new Map();
  for (const person of DEMO_PEOPLE) {
    const personId = await addPerson(app, clock, person, areas, organisations);
    const appointments = await app.get(AppointmentsService).inForce(personId, clock.now());
    actors.set(person.key, { personId, name: person.name, appointments });
    // They are listed in the order in which they came.
    clock.set(new Date(clock.now().getTime() + 1000));
  }
  return actors;
}

function addPerson(
  app: INestApplicationContext,
  clock: DemoClock,
  { key, name, client, hint, phone, account, appointment }: DemoPerson,
  areas: DemoAreas,
  organisations: DemoOrganisations,
): Promise<string> {
  const people = app.get(PeopleService);
  return app.get(Database).transaction(async (tx) => {
    const id = newId(clock.now());
    await people.createPerson(tx, { id, name, demo: { key, client, hint } });
    await app.get(PrivacyConsents).agreedAlready(tx, { personId: id, name });
    if (phone !== undefined) await people.addPhoneLogin(tx, id, phone);
    if (account !== undefined) await people.addPasswordLogin(tx, id, account, DEMO_PASSWORD);
    if (appointment !== undefined) {
      const reach = reachOf(appointment.area, areas, organisations);
      await app.get(AppointmentsService).appoint(tx, { personId: id, role: appointment.role, ...reach });
    }
    return id;
  });
}

export function reachOf(
  area: NonNullable<DemoPerson['appointment']>['area'],
  areas: DemoAreas,
  organisations: DemoOrganisations = new Map(),
) {
  if (area === 'platform') return {};
  const [kind, ...name] = area.split(' ');
  const organisationId = organisations.get(name.join(' '));
  if (kind === 'organisation' && organisationId !== undefined) return { organisationId };
  const byName = { community: areas.communities, grid: areas.grids, building: areas.buildings }[
    kind as 'community' | 'grid' | 'building'
  ];
  const found = area === 'subdistrict' ? areas.subdistrict : byName?.get(name.join(' '));
  if (found === undefined) throw new RangeError(`no area ${area}`);
  const { id, subdistrictId, communityId, gridId } = found;
  // A building's grid may be redrawn, so a captain's appointment names the building alone.
  if (kind === 'building') return { areaId: id, subdistrictId, communityId, buildingId: id };
  return { areaId: id, subdistrictId, communityId, gridId };
}
