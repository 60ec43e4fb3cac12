import { ROLE_LABELS, type Role, roleMay } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { AppointmentsService, NOT_ON_LEAVE } from '../identity/index.js';
import { IncidentFacts, IncidentRequeue } from '../incident/index.js';
import type { HeirDto, HeldCasesDto, StaffPlaceDto } from './dto/staff.dto.js';
import { appointmentNotFound } from './staff.errors.js';
import { StaffHands } from './staff.hands.js';
import { placeCondition } from './staff.reach.js';
import { type AppointmentRecord, StaffRecords } from './staff.records.js';
import { type AppointReach, appointReach, PLACES_OF_ROLE, type PlaceKind } from './staff.rules.js';

const MOST_PLACES = 2_000;
const MOST_HEIRS = 50;
const FIRST_CASES = 10;
const HANDLERS = (['grid_worker', 'community_worker', 'community_secretary'] as const).filter((role) =>
  roleMay(role, 'incident.workbench'),
);

/** What there is to choose from when somebody is appointed, or when what they have in hand goes to somebody else. */
@Injectable()
export class StaffChoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: StaffRecords,
    private readonly hands: StaffHands,
    private readonly incidents: IncidentRequeue,
    private readonly facts: IncidentFacts,
    private readonly appointments: AppointmentsService,
  ) {}

  /** Where the reader may appoint to this role. */
  async places(actor: SignedInActor, role: Role): Promise<StaffPlaceDto[]> {
    const reach = appointReach(actor.appointments, role);
    return (await Promise.all(PLACES_OF_ROLE[role].map((kind) => this.placesOf(kind, reach)))).flat();
  }

  private placesOf(kind: PlaceKind, reach: AppointReach): Promise<StaffPlaceDto[]> | StaffPlaceDto[] {
    if (kind === 'platform') return [];
    if (kind === 'department' || kind === 'organisation') {
      const { sql, parameters } = placeCondition(reach, 'o');
      return this.database.query<StaffPlaceDto>(
        `select 'organisation' as kind, o.id, o.name as label
           from organisation o where o.kind ${kind === 'department' ? '=' : '<>'} 'department'
            and (o.dissolved_at is null or o.dissolved_at > ?) and ${sql}
          order by o.created_at, o.id limit ${MOST_PLACES}`,
        [this.clock.now(), ...parameters],
      );
    }
    if (kind === 'estate') {
      const { sql, parameters } = placeCondition(reach, 'c', 'id');
      return this.database.query<StaffPlaceDto>(
        `select 'estate' as kind, e.id, concat(c.name, ' ', e.name) as label
           from estate e join area c on c.id = e.community_id
          where e.closed_at is null and ${sql} order by c.sort, e.sort, e.id limit ${MOST_PLACES}`,
        parameters,
      );
    }
    const { sql, parameters } = placeCondition(reach, 'a');
    return this.database.query<StaffPlaceDto>(
      `select 'area' as kind, a.id, concat(coalesce(concat(e.name, ' '), if(a.kind = 'grid', concat(c.name, ' '), '')), a.name) as label
         from area a left join area c on c.id = a.community_id left join estate e on e.id = a.estate_id
        where a.kind = ? and a.closed_at is null and ${sql}
        order by c.sort, e.sort, a.sort, a.id limit ${MOST_PLACES}`,
      [kind, ...parameters],
    );
  }

  /** What the holder would leave behind if the appointment ended now, and who could go on with all of it. */
  async heldCases(actor: SignedInActor, appointmentId: string): Promise<HeldCasesDto> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const record = isUuidV7(appointmentId) ? await this.records.byId(tx, appointmentId) : null;
      if (record === null || !this.records.manages(actor, record)) throw appointmentNotFound();
      const left = await this.hands.wouldBeLeft(tx, record.personId, appointmentId, now);
      const cases = await this.incidents.places(tx, left);
      const heirs =
        left.length === 0 || record.placeCommunityId === null ? [] : await this.staffOf(record, now);
      const able: HeirDto[] = [];
      for (const heir of heirs) {
        const reach = this.hands.reachOf(heir.id, await this.appointments.inForce(heir.id, now));
        if (cases.every((one) => scopeCovers(reach, one))) able.push(heir);
      }
      const items = cases
        .slice(0, FIRST_CASES)
        .map(({ id, number, placeLabel }) => ({ id, number, placeLabel }));
      const emptiesGrid = await this.isOnlyWorker(tx, record, now);
      const unit = await this.leftInOrganisation(tx, record, now);
      return { count: left.length, items, heirs: able, emptiesGrid, ...unit };
    });
  }

  /** Whether an open grid would have no worker without this one; those on leave do not serve it either. */
  private async isOnlyWorker(tx: EntityManager, record: AppointmentRecord, now: Date): Promise<boolean> {
    const { role, gridId } = record;
    if (role !== 'grid_worker' || gridId === null) return false;
    const open = await tx.query<unknown[]>('select 1 from area where id = ? and closed_at is null', [gridId]);
    return open.length > 0 && !(await this.othersStay(tx, record, ['area_id', gridId], now));
  }

  private async leftInOrganisation(
    tx: EntityManager,
    record: AppointmentRecord,
    now: Date,
  ): Promise<Pick<HeldCasesDto, 'emptiesOrganisation' | 'openTasks'>> {
    const { organisationId } = record;
    if (organisationId === null) return { emptiesOrganisation: false, openTasks: 0 };
    return {
      emptiesOrganisation: !(await this.othersStay(tx, record, ['organisation_id', organisationId], now)),
      openTasks: await this.facts.openTasksOf(tx, organisationId),
    };
  }

  /** Whether somebody else serves there: whoever only stands in for this one goes with them. */
  private async othersStay(
    tx: EntityManager,
    { id, role, personId }: AppointmentRecord,
    [column, placeId]: ['area_id' | 'organisation_id', string],
    now: Date,
  ): Promise<boolean> {
    const others = await tx.query<unknown[]>(
      `select 1 from appointment a join person p on p.id = a.person_id
        where a.${column} = ? and a.role = ? and a.person_id <> ? and a.from_at <= ? and (a.to_at is null or a.to_at > ?)
          and (a.stand_in_for_id is null or a.stand_in_for_id <> ?) ${NOT_ON_LEAVE} and p.suspended_at is null limit 1`,
      [placeId, role, personId, now, now, id, now, now],
    );
    return others.length > 0;
  }

  private async staffOf(
    { placeCommunityId, personId }: { placeCommunityId: string | null; personId: string },
    now: Date,
  ): Promise<HeirDto[]> {
    const rows = await this.database.query<{ id: string; name: string; role: Role }>(
      `select p.id, p.name, min(a.role) as role from appointment a join person p on p.id = a.person_id
        where a.community_id = ? and a.role in (?) and a.from_at <= ? and (a.to_at is null or a.to_at > ?)
          ${NOT_ON_LEAVE} and p.suspended_at is null and p.id <> ?
        group by p.id, p.name order by min(a.from_at), p.id limit ${MOST_HEIRS}`,
      [placeCommunityId, HANDLERS, now, now, now, now, personId],
    );
    return rows.map(({ id, name, role }) => ({ id, name, roleLabel: ROLE_LABELS[role] }));
  }
}
