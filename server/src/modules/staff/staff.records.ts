import type { Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditDetails } from '../../platform/audit/audit-details.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import {
  appointmentNotFound,
  lastPersonnelAdmin,
  personIsSuspended,
  personNotFound,
} from './staff.errors.js';
import { mayAppoint, type Span } from './staff.rules.js';

/** An appointment as those who manage it go by it. */
export interface AppointmentRecord extends Span {
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
  standInForId: string | null;
  /** Where it lies; for one in an organisation, where that serves. */
  placeSubdistrictId: string | null;
  placeCommunityId: string | null;
}

/** Which office that is and where, as the audit keeps it; whoever reads the audit is told the place's name. */
export function officeOf({
  role,
  areaId,
  estateId,
  organisationId,
}: Pick<AppointmentRecord, 'role' | 'areaId' | 'estateId' | 'organisationId'>): AuditDetails {
  return {
    role,
    ...(areaId === null ? {} : { areaId }),
    ...(estateId === null ? {} : { estateId }),
    ...(organisationId === null ? {} : { organisationId }),
  };
}

const COLUMNS = `a.id, a.person_id as personId, a.role, a.area_id as areaId, a.subdistrict_id as subdistrictId,
  a.community_id as communityId, a.grid_id as gridId, a.estate_id as estateId, a.building_id as buildingId,
  a.organisation_id as organisationId, a.stand_in_for_id as standInForId, a.from_at as fromAt, a.to_at as toAt,
  coalesce(o.subdistrict_id, a.subdistrict_id) as placeSubdistrictId,
  if(o.id is null, a.community_id, o.community_id) as placeCommunityId`;
const TABLES = 'appointment a left join organisation o on o.id = a.organisation_id';

/** Appointments and people under lock, for whoever is about to change them. */
@Injectable()
export class StaffRecords {
  /** Whoever is appointed to anything, or suspended, is held first, in the order of ids. */
  async holdPeople(tx: EntityManager, personIds: readonly string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const id of [...new Set(personIds)].sort()) {
      const [person] = await tx.query<{ name: string }[]>(
        'select name from person where id = ? and merged_into_id is null and erased_at is null for update',
        [id],
      );
      if (person === undefined) throw personNotFound();
      names.set(id, person.name);
    }
    return names;
  }

  async assertNotSuspended(tx: EntityManager, personId: string): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(
      'select id from person where id = ? and suspended_at is not null',
      [personId],
    );
    if (rows.length > 0) throw personIsSuspended();
  }

  /** The appointment, held along with its holder and whoever else it concerns; outside the actor's reach it is not there. */
  async hold(
    tx: EntityManager,
    actor: SignedInActor,
    id: string,
    ...others: string[]
  ): Promise<AppointmentRecord> {
    const before = await this.byId(tx, id);
    if (before === null) throw appointmentNotFound();
    await this.holdPeople(tx, [before.personId, ...others]);
    await tx.query('select id from appointment where id = ? for update', [id]);
    const record = await this.byId(tx, id);
    if (record === null || !this.manages(actor, record)) throw appointmentNotFound();
    return record;
  }

  async byId(tx: EntityManager, id: string): Promise<AppointmentRecord | null> {
    const [row] = await tx.query<AppointmentRecord[]>(`select ${COLUMNS} from ${TABLES} where a.id = ?`, [
      id,
    ]);
    return row ?? null;
  }

  manages(actor: SignedInActor, record: AppointmentRecord): boolean {
    return mayAppoint(actor.appointments, record.role, {
      subdistrictId: record.placeSubdistrictId,
      communityId: record.placeCommunityId,
    });
  }

  /** What somebody holds now or will hold. */
  async ofPerson(tx: EntityManager, personId: string, now: Date): Promise<AppointmentRecord[]> {
    return tx.query<AppointmentRecord[]>(
      `select ${COLUMNS} from ${TABLES} where a.person_id = ? and (a.to_at is null or a.to_at > ?)
        order by a.from_at, a.id`,
      [personId, now],
    );
  }

  async ofBuilding(tx: EntityManager, buildingId: string): Promise<(AppointmentRecord & { name: string })[]> {
    return tx.query<(AppointmentRecord & { name: string })[]>(
      `select ${COLUMNS}, p.name from ${TABLES} join person p on p.id = a.person_id
        where a.area_id = ? and a.role = 'building_captain' order by a.from_at, a.id`,
      [buildingId],
    );
  }

  /** Refuses when nobody would be left who can appoint anybody. The rows are held, so that two cannot go at once. */
  async assertOthersAppoint(tx: EntityManager, personId: string, now: Date): Promise<void> {
    const rows = await tx.query<{ personId: string }[]>(
      `select a.person_id as personId from appointment a join person p on p.id = a.person_id
        where a.role = 'personnel_admin' and a.from_at <= ? and a.to_at is null and p.suspended_at is null
          and a.stand_in_for_id is null for update`,
      [now],
    );
    if (rows.every((row) => row.personId === personId)) throw lastPersonnelAdmin();
  }
}
