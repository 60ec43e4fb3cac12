import type { INestApplicationContext } from '@nestjs/common';
import { AppointmentsService, PeopleService } from '../modules/identity/index.js';
import { PrivacyConsents } from '../modules/privacy/index.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import type { SignedInActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoClock } from './demo-clock.js';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from './demo-people.js';
import { actorOf, type Hiring, placeOf } from './hiring.js';
import type { DemoAreas } from './load-areas.js';
import type { DemoOrganisations } from './load-organisations.js';

/** Demo people as they act, by key. */
export type DemoActors = Map<string, SignedInActor>;

/** Everybody, as yet without an office. */
export async function loadPeople(app: INestApplicationContext, clock: DemoClock): Promise<DemoActors> {
  const actors: DemoActors = new Map();
  for (const person of DEMO_PEOPLE) {
    const personId = await addPerson(app, clock, person);
    actors.set(person.key, { personId, name: person.name, appointments: [] });
    // They are listed in the order in which they came.
    clock.set(new Date(clock.now().getTime() + 1000));
  }
  return actors;
}

/** The first of those who appoint: nobody is there yet whose act it could be. */
export async function appointTheFirst(
  app: INestApplicationContext,
  clock: DemoClock,
  actors: DemoActors,
): Promise<SignedInActor> {
  const { key, name } = firstAppointer();
  const personId = found(actors, key).personId;
  await app.get(Database).transaction(async (tx) => {
    const role = 'personnel_admin';
    const id = await app.get(AppointmentsService).appoint(tx, { personId, role });
    await app.get(AuditTrail).record(tx, {
      ...{ action: 'appointment.make', actor: null, aboutPersonId: personId },
      subject: { type: 'appointment', id, label: name },
      details: { role, from: clock.now().toISOString(), to: null },
    });
  });
  const first = await actorOf(app, personId, name);
  actors.set(key, first);
  return first;
}

/** Everybody else, by that first one. */
export async function appointPeople(
  hiring: Hiring,
  areas: DemoAreas,
  organisations: DemoOrganisations,
  actors: DemoActors,
): Promise<void> {
  const first = firstAppointer();
  for (const { key, appointment } of DEMO_PEOPLE) {
    if (appointment === undefined || key === first.key) continue;
    const place = placeOf(appointment.area, areas, organisations);
    actors.set(key, await hiring.appoint(found(actors, key), appointment.role, place));
  }
}

function addPerson(
  app: INestApplicationContext,
  clock: DemoClock,
  { key, name, client, hint, phone, account }: DemoPerson,
): Promise<string> {
  const people = app.get(PeopleService);
  return app.get(Database).transaction(async (tx) => {
    const id = newId(clock.now());
    await people.createPerson(tx, { id, name, demo: { key, client, hint } });
    await app.get(PrivacyConsents).agreedAlready(tx, { personId: id, name });
    if (phone !== undefined) await people.addPhoneLogin(tx, id, phone);
    if (account !== undefined) await people.addPasswordLogin(tx, id, account, DEMO_PASSWORD);
    return id;
  });
}

function firstAppointer(): DemoPerson {
  const first = DEMO_PEOPLE.find(({ appointment }) => appointment?.role === 'personnel_admin');
  if (first === undefined) throw new RangeError('the demo has nobody who appoints');
  return first;
}

export function found(actors: DemoActors, key: string): SignedInActor {
  const actor = actors.get(key);
  if (actor === undefined) throw new RangeError(`the demo has no ${key}`);
  return actor;
}
