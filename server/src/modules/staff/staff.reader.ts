import { ROLE_LABELS, ROLES, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { containing, rowsOf } from '../../platform/database/listing.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { PeopleService } from '../identity/index.js';
import type {
  StaffAppointmentDto,
  StaffListDto,
  StaffPersonDetailDto,
  StaffPersonDto,
  StaffQueryDto,
} from './dto/staff.dto.js';
import { personNotFound } from './staff.errors.js';
import { type PlaceNames, placeLabelOf } from './staff.labels.js';
import { reachCondition } from './staff.reach.js';
import { mayAppoint, PLACES_OF_ROLE } from './staff.rules.js';

/** More than anybody was ever appointed to on one page of people. */
const MOST_APPOINTMENTS = 1_000;

interface AppointmentRow extends PlaceNames {
  id: string;
  personId: string;
  role: Role;
  subdistrictId: string | null;
  communityId: string | null;
  standInForName: string | null;
  fromAt: Date;
  toAt: Date | null;
}

interface LeaveRow {
  id: string;
  appointmentId: string;
  fromAt: Date;
  toAt: Date;
  standInName: string | null;
}

/** Who is, was or will be appointed, as far as whoever asks may appoint there. */
@Injectable()
export class StaffReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleService,
  ) {}

  async list(actor: SignedInActor, query: StaffQueryDto): Promise<StaffListDto> {
    const now = this.clock.now();
    const reach = reachCondition(actor);
    const conditions = [reach, whenCondition(query.when ?? 'now', now)];
    if (query.role !== undefined) conditions.push({ sql: 'a.role = ?', parameters: [query.role] });
    if (query.q) conditions.push({ sql: 'p.name like ?', parameters: [containing(query.q)] });
    const where = conditions.map(({ sql }) => `(${sql})`).join(' and ');
    const parameters = conditions.flatMap((condition) => condition.parameters);
    const from = `from appointment a left join organisation o on o.id = a.organisation_id
      join person p on p.id = a.person_id where ${where}`;
    const { limit, offset } = rowsOf(query);
    const [counted, rows] = await Promise.all([
      this.database.query<{ total: string }>(`select count(distinct p.id) as total ${from}`, parameters),
      this.database.query<{ id: string; name: string; suspendedAt: Date | null }>(
        `select p.id, p.name, p.suspended_at as suspendedAt ${from}
          group by p.id, p.name, p.suspended_at order by min(a.from_at), p.id limit ? offset ?`,
        [...parameters, limit, offset],
      ),
    ]);
    // A resident is appointed by nobody: there is no kind of place for it.
    const roles = ROLES.filter(
      (role) =>
        PLACES_OF_ROLE[role].length > 0 && actor.appointments.some((one) => mayAppoint([one], role, one)),
    );
    return {
      items: await this.withAppointments(actor, rows, now),
      total: Number(counted[0]?.total ?? 0),
      roles,
    };
  }

  async person(actor: SignedInActor, id: string): Promise<StaffPersonDetailDto> {
    const reach = reachCondition(actor);
    const rows = isUuidV7(id)
      ? await this.database.query<{ id: string; name: string; suspendedAt: Date | null }>(
          'select p.id, p.name, p.suspended_at as suspendedAt from person p where p.id = ? and p.merged_into_id is null and p.erased_at is null',
          [id],
        )
      : [];
    const [person] = await this.withAppointments(actor, rows, this.clock.now());
    // Who was never appointed to anything there is none of theirs; the personnel admin sees everybody.
    if (person === undefined || (person.appointments.length === 0 && reach.sql !== 'true'))
      throw personNotFound();
    return { ...person, maskedPhones: await this.people.everyMaskedPhoneOf(id) };
  }

  private async withAppointments(
    actor: SignedInActor,
    people: { id: string; name: string; suspendedAt: Date | null }[],
    now: Date,
  ): Promise<StaffPersonDto[]> {
    if (people.length === 0) return [];
    const reach = reachCondition(actor);
    const rows = await this.database.query<AppointmentRow>(
      `select a.id, a.person_id as personId, a.role, coalesce(o.subdistrict_id, a.subdistrict_id) as subdistrictId,
              if(o.id is null, a.community_id, o.community_id) as communityId, ar.kind as areaKind, ar.name as areaName,
              c.name as communityName, e.name as estateName, o.name as organisationName, sp.name as standInForName,
              a.from_at as fromAt, a.to_at as toAt
         from appointment a
         left join organisation o on o.id = a.organisation_id
         left join area ar on ar.id = a.area_id
         left join area c on c.id = a.community_id
         left join estate e on e.id = coalesce(a.estate_id, ar.estate_id)
         left join appointment s on s.id = a.stand_in_for_id
         left join person sp on sp.id = s.person_id
        where a.person_id in (?) and (${reach.sql})
        order by a.to_at is null desc, a.from_at desc, a.id limit ${MOST_APPOINTMENTS}`,
      [people.map(({ id }) => id), ...reach.parameters],
    );
    const leaves = await this.leavesOf(
      rows.map(({ id }) => id),
      now,
    );
    return people.map(({ id, name, suspendedAt }) => ({
      id,
      name,
      suspended: suspendedAt !== null,
      appointments: rows
        .filter((row) => row.personId === id)
        .map((row) =>
          appointmentOf(
            actor,
            row,
            leaves.filter((leave) => leave.appointmentId === row.id),
            now,
          ),
        ),
    }));
  }

  private async leavesOf(ids: string[], now: Date): Promise<LeaveRow[]> {
    if (ids.length === 0) return [];
    return this.database.query<LeaveRow>(
      `select l.id, l.appointment_id as appointmentId, l.from_at as fromAt, l.to_at as toAt,
              (select p.name from appointment s join person p on p.id = s.person_id
                where s.stand_in_for_id = l.appointment_id and s.from_at = l.from_at limit 1) as standInName
         from appointment_leave l where l.appointment_id in (?) and l.to_at > ? order by l.from_at, l.id`,
      [ids, now],
    );
  }
}

function whenCondition(when: 'now' | 'coming' | 'ended', now: Date) {
  if (when === 'coming')
    return { sql: 'a.from_at > ? and (a.to_at is null or a.to_at > a.from_at)', parameters: [now] };
  if (when === 'ended') return { sql: 'a.to_at <= ?', parameters: [now] };
  return { sql: 'a.from_at <= ? and (a.to_at is null or a.to_at > ?)', parameters: [now, now] };
}

function appointmentOf(
  actor: SignedInActor,
  row: AppointmentRow,
  leaves: LeaveRow[],
  now: Date,
): StaffAppointmentDto {
  const { id, role, fromAt, toAt, standInForName } = row;
  return {
    id,
    role,
    roleLabel: ROLE_LABELS[role],
    placeLabel: placeLabelOf(row),
    fromAt: fromAt.toISOString(),
    toAt: toAt?.toISOString() ?? null,
    when: toAt !== null && toAt <= now ? 'ended' : fromAt > now ? 'coming' : 'now',
    onLeave: leaves.some((leave) => leave.fromAt <= now),
    standInForName,
    leaves: leaves.map((leave) => ({
      id: leave.id,
      fromAt: leave.fromAt.toISOString(),
      toAt: leave.toAt.toISOString(),
      standInName: leave.standInName,
    })),
    manageable: row.personId !== actor.personId && mayAppoint(actor.appointments, role, row),
  };
}
