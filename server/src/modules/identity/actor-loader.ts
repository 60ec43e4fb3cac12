import { agreementHolds, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { Actor, ActorAppointment } from '../../platform/auth/actor.js';
import { ActorLoader } from '../../platform/auth/appointments.port.js';
import { Clock } from '../../platform/clock/clock.js';
import { type SecondStepRule, Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { AreaQueries } from '../area/index.js';
import { roleCounts } from './sign-in/sign-in.steps.js';

interface ActorRow {
  name: string;
  awaitsGuardian: number;
  noticeVersion: string | null;
  secondStep: number;
  id: string | null;
  role: Role;
  areaId: string | null;
  subdistrictId: string | null;
  communityId: string | null;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
  organisationId: string | null;
}

/** Reads, for each request, who asks and what they are appointed to at this moment: one query along primary keys and one index. */
@Injectable()
export class DatabaseActorLoader extends ActorLoader {
  private readonly rule: SecondStepRule;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaQueries,
    settings: Settings,
  ) {
    super();
    this.rule = settings.secondStepRule;
  }

  async load(personId: string, sessionId: string): Promise<Actor | null> {
    const now = this.clock.now();
    const rows = await this.database.query<ActorRow>(
      `select p.name, p.awaits_guardian as awaitsGuardian, p.notice_version as noticeVersion,
              s.second_step as secondStep, a.id, a.role, a.area_id as areaId, a.subdistrict_id as subdistrictId,
              a.community_id as communityId, a.grid_id as gridId, a.estate_id as estateId, a.building_id as buildingId,
              a.organisation_id as organisationId
         from session s
         join person p on p.id = s.person_id
         left join appointment a on a.person_id = p.id and a.from_at <= ? and (a.to_at is null or a.to_at > ?)
              and not exists (select 1 from organisation o where o.id = a.organisation_id and o.dissolved_at <= ?)
              and not exists (select 1 from appointment_leave l
                               where l.appointment_id = a.id and l.from_at <= ? and l.to_at > ?)
        where s.id = ? and s.person_id = ? and s.ended_at is null and p.suspended_at is null
              and p.merged_into_id is null and p.erased_at is null`,
      [now, now, now, now, now, sessionId, personId],
    );
    const first = rows[0];
    if (first === undefined) return null;
    const session = { secondStep: Number(first.secondStep) === 1 };
    const counting = rows.filter((row) => row.id === null || roleCounts(this.rule, row.role, session));
    const appointments = await Promise.all(counting.map((row) => this.appointmentsOf(row)));
    return {
      personId,
      name: first.name,
      appointments: appointments.flat(),
      awaitsGuardian: Number(first.awaitsGuardian) === 1,
      owesAgreement: !agreementHolds(first.noticeVersion),
    };
  }

  /** A whole subdistrict becomes its communities, so that no scope has to speak of subdistricts. */
  private async appointmentsOf(row: ActorRow): Promise<ActorAppointment[]> {
    if (row.id === null) return [];
    const appointment: ActorAppointment = {
      id: row.id,
      role: row.role,
      areaId: row.areaId,
      subdistrictId: row.subdistrictId,
      communityId: row.communityId,
      gridId: row.gridId,
      estateId: row.estateId,
      buildingId: row.buildingId,
      organisationId: row.organisationId,
    };
    if (row.subdistrictId === null || row.communityId !== null) return [appointment];
    const communityIds = await this.areas.communityIdsOf(row.subdistrictId);
    // Without a community the role still stands; it only reaches nowhere.
    if (communityIds.length === 0) return [appointment];
    return communityIds.map((communityId) => ({ ...appointment, communityId }));
  }
}
