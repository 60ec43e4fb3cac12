import type { Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { send } from '../../platform/database/statements.js';
import { newId } from '../../platform/ids/new-id.js';
import { Appointment } from './appointment.entity.js';

export interface NewAppointment {
  /** Made by the client where somebody appoints; otherwise here. */
  id?: string;
  personId: string;
  role: Role;
  /** The area the role is for, and the communities and grids it lies in as of now; all absent for a platform admin. */
  areaId?: string | null;
  subdistrictId?: string | null;
  communityId?: string | null;
  gridId?: string | null;
  /** An estate or a building of the community; a grid is not named then, because it may be redrawn. */
  estateId?: string | null;
  buildingId?: string | null;
  /** The organisation the role is in, instead of an area. */
  organisationId?: string | null;
  /** The appointment of somebody on leave, in whose place this one is. */
  standInForId?: string | null;
  /** Now when absent. */
  fromAt?: Date;
  toAt?: Date | null;
}

export interface AppointmentInForce {
  id: string;
  personId: string;
  role: Role;
  areaId: string | null;
  subdistrictId: string | null;
  communityId: string | null;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
  organisationId: string | null;
  fromAt: Date;
  toAt: Date | null;
  /** The appointment of somebody on leave, in whose place this one is. */
  standInForId: string | null;
  /** When it was entered, which may be after it began. */
  createdAt: Date;
}

/** An appointment whose holder is away. */
export interface AppointmentOnLeave
  extends Pick<
    AppointmentInForce,
    'id' | 'role' | 'areaId' | 'communityId' | 'gridId' | 'estateId' | 'buildingId' | 'organisationId'
  > {
  leaveUntil: Date;
  standInName: string | null;
}

/** Whoever is on leave holds nothing from the appointment while it lasts; with the moment twice. */
export const NOT_ON_LEAVE = `and not exists (select 1 from appointment_leave l
            where l.appointment_id = a.id and l.from_at <= ? and l.to_at > ?)`;

/** More than any area has; a list has to end somewhere. */
const MOST_HOLDERS = 500;

/** Who is looked for: a role in one organisation, estate or area, where the smallest that is given is meant. */
export interface Holding {
  role: Role;
  organisationId?: string | null;
  buildingId?: string | null;
  estateId?: string | null;
  gridId?: string | null;
  communityId?: string | null;
  subdistrictId?: string | null;
}

/** Who is appointed to what, from when to when. Ending one takes effect with the next request. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async appoint(tx: EntityManager, appointment: NewAppointment): Promise<string> {
    const now = this.clock.now();
    const id = appointment.id ?? newId(now);
    await tx.insert(Appointment, {
      id,
      personId: appointment.personId,
      role: appointment.role,
      areaId: appointment.areaId ?? null,
      subdistrictId: appointment.subdistrictId ?? null,
      communityId: appointment.communityId ?? null,
      gridId: appointment.gridId ?? null,
      estateId: appointment.estateId ?? null,
      buildingId: appointment.buildingId ?? null,
      organisationId: appointment.organisationId ?? null,
      standInForId: appointment.standInForId ?? null,
      fromAt: appointment.fromAt ?? now,
      toAt: appointment.toAt ?? null,
      createdAt: now,
    });
    return id;
  }

  /** Ends an appointment; one that has ended keeps its first end. What was in hand is settled by the sweep, if by nobody before. */
  async end(tx: EntityManager, appointmentId: string, at: Date = this.clock.now()): Promise<void> {
    await tx.query('update appointment set to_at = ? where id = ? and (to_at is null or to_at > ?)', [
      at,
      appointmentId,
      at,
    ]);
  }

  /** An organisation that is dissolved gives nobody anything, and whoever is suspended holds nothing. */
  inForce(personId: string, at: Date): Promise<AppointmentInForce[]> {
    return this.database.query<AppointmentInForce>(
      `select a.id, a.person_id as personId, a.role, a.area_id as areaId, a.subdistrict_id as subdistrictId,
              a.community_id as communityId, a.grid_id as gridId, a.estate_id as estateId,
              a.building_id as buildingId, a.organisation_id as organisationId, a.from_at as fromAt, a.to_at as toAt,
              a.stand_in_for_id as standInForId, a.created_at as createdAt
         from appointment a join person p on p.id = a.person_id
        where a.person_id = ? and a.from_at <= ? and (a.to_at is null or a.to_at > ?) and p.suspended_at is null
          and not exists (select 1 from organisation o where o.id = a.organisation_id and o.dissolved_at <= ?)
          ${NOT_ON_LEAVE}
        order by a.from_at, a.id`,
      [personId, at, at, at, at, at],
    );
  }

  /** What they would hold if they were not on leave, until when they are, and who stands in. */
  onLeave(personId: string, at: Date): Promise<AppointmentOnLeave[]> {
    return this.database.query<AppointmentOnLeave>(
      `select a.id, a.role, a.area_id as areaId, a.community_id as communityId, a.grid_id as gridId,
              a.estate_id as estateId, a.building_id as buildingId, a.organisation_id as organisationId,
              l.to_at as leaveUntil,
              (select p.name from appointment s join person p on p.id = s.person_id
                where s.stand_in_for_id = a.id and s.from_at = l.from_at and s.to_at > ? limit 1) as standInName
         from appointment a join appointment_leave l on l.appointment_id = a.id
        where a.person_id = ? and a.from_at <= ? and (a.to_at is null or a.to_at > ?)
          and l.from_at <= ? and l.to_at > ?
          and not exists (select 1 from organisation o where o.id = a.organisation_id and o.dissolved_at <= ?)
        order by a.from_at, a.id`,
      [at, personId, at, at, at, at, at],
    );
  }

  /** Whether they hold any office or will: on leave or without the second step they hold it all the same. */
  async holdsAny(personId: string, at: Date, tx?: EntityManager): Promise<boolean> {
    const sql = 'select 1 from appointment where person_id = ? and (to_at is null or to_at > ?) limit 1';
    const rows =
      tx === undefined ? await this.database.query(sql, [personId, at]) : await send(tx, sql, [personId, at]);
    return rows.length > 0;
  }

  /** Who holds a role in exactly this organisation, estate or area at that moment, and is not suspended. */
  async holders(
    { role, organisationId, buildingId, estateId, gridId, communityId, subdistrictId }: Holding,
    at: Date,
  ): Promise<string[]> {
    const areaId = buildingId ?? gridId ?? communityId ?? subdistrictId;
    const [column, id] = organisationId
      ? ['organisation_id', organisationId]
      : estateId && !buildingId
        ? ['estate_id', estateId]
        : ['area_id', areaId];
    if (id == null) return [];
    const rows = await this.database.query<{ personId: string }>(
      `select distinct a.person_id as personId
         from appointment a join person p on p.id = a.person_id
        where a.${column} = ? and a.role = ? and a.from_at <= ? and (a.to_at is null or a.to_at > ?)
          and p.suspended_at is null
          and not exists (select 1 from organisation o where o.id = a.organisation_id and o.dissolved_at <= ?)
          ${NOT_ON_LEAVE}
        order by a.person_id limit ${MOST_HOLDERS}`,
      [id, role, at, at, at, at, at],
    );
    return rows.map((row) => row.personId);
  }
}
