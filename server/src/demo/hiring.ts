import type { Role } from '@linli/shared';
import type { INestApplicationContext } from '@nestjs/common';
import { AppointmentsService } from '../modules/identity/index.js';
import { PrivacyConsents } from '../modules/privacy/index.js';
import { StaffPeople, StaffService } from '../modules/staff/index.js';
import type { SignedInActor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { DemoPerson } from './demo-people.js';
import type { DemoAreas } from './load-areas.js';
import type { DemoOrganisations } from './load-organisations.js';

/** What an appointment names: one of these, or nothing for the whole platform. */
type Place = { areaId?: string; organisationId?: string };

/** Somebody who was new, in their first appointment. */
export interface Hired {
  actor: SignedInActor;
  role: Role;
  at: Date;
}

/** Appoints people as whoever keeps the staff does at the desk. */
export class Hiring {
  readonly hired: Hired[] = [];

  constructor(
    private readonly app: INestApplicationContext,
    readonly appointer: SignedInActor,
  ) {}

  /** Somebody new, entered by their number, who has read and agreed to the notice. */
  async hire(person: { name: string; phone: string }, role: Role, place: Place): Promise<SignedInActor> {
    const { id, name } = await this.app.get(StaffPeople).find(this.appointer, person);
    await this.app
      .get(Database)
      .transaction((tx) => this.app.get(PrivacyConsents).agreedAlready(tx, { personId: id, name }));
    const actor = await this.appoint({ personId: id, name }, role, place);
    this.hired.push({ actor, role, at: this.app.get(Clock).now() });
    return actor;
  }

  async appoint(
    person: { personId: string; name: string },
    role: Role,
    place: Place,
  ): Promise<SignedInActor> {
    const { personId, name } = person;
    const id = newId(this.app.get(Clock).now());
    await this.app.get(StaffService).appoint(this.appointer, { id, personId, role, ...place });
    return actorOf(this.app, personId, name);
  }
}

export async function actorOf(
  app: INestApplicationContext,
  personId: string,
  name: string,
): Promise<SignedInActor> {
  const appointments = await app.get(AppointmentsService).inForce(personId, app.get(Clock).now());
  return { personId, name, appointments };
}

export function placeOf(
  area: NonNullable<DemoPerson['appointment']>['area'],
  areas: DemoAreas,
  organisations: DemoOrganisations = new Map(),
): Place {
  if (area === 'platform') return {};
  if (area === 'subdistrict') return { areaId: areas.subdistrict.id };
  const [kind, ...name] = area.split(' ') as [string, ...string[]];
  const organisationId = organisations.get(name.join(' '));
  if (kind === 'organisation' && organisationId !== undefined) return { organisationId };
  const byName = { community: areas.communities, grid: areas.grids, building: areas.buildings }[
    kind as 'community' | 'grid' | 'building'
  ];
  const found = byName?.get(name.join(' '));
  if (found === undefined) throw new RangeError(`no area ${area}`);
  return { areaId: found.id };
}
