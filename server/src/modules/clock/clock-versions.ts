import { type Permission, roleMay } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { AreaQueries } from '../area/index.js';
import { calendarErrors, serviceHoursErrors, withinReach } from './clock.checks.js';
import {
  calendarDayWrong,
  calendarNotYours,
  clockAreaNotFound,
  clockInThePast,
  escalationOutOfOrder,
  limitOutOfReach,
  serviceHoursWrong,
} from './clock.errors.js';
import { ClockPolicy } from './clock-policy.entity.js';
import type { AddClockPolicyDto } from './dto/clock-policy.dto.js';
import type { AddWorkCalendarDto } from './dto/work-calendar.dto.js';
import { WorkCalendar } from './work-calendar.entity.js';

const PERMISSION: Permission = 'clock.configure';
const LISTED = 200;
/** The versions that came with the system are there for ever, so whoever adds one waits for their locks. */
const FIRST_POLICY = '01900000-0000-7000-8000-000000000001';

/** Lists and adds versions of limits and of the work calendar; what is there is never changed. */
@Injectable()
export class ClockVersions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaQueries,
    private readonly audit: AuditTrail,
  ) {}

  /** Newest first. */
  async policies(actor: SignedInActor, areaId: string | null): Promise<ClockPolicy[]> {
    if (areaId !== null) await this.assertReaches(actor, areaId);
    return this.database.transaction((tx) =>
      tx
        .getRepository(ClockPolicy)
        .createQueryBuilder('policy')
        .where(areaId === null ? 'policy.areaId is null' : 'policy.areaId = :areaId', { areaId })
        .orderBy('policy.inForceFrom', 'DESC')
        .addOrderBy('policy.version', 'DESC')
        .limit(LISTED)
        .getMany(),
    );
  }

  async addPolicy(actor: SignedInActor, body: AddClockPolicyDto): Promise<ClockPolicy> {
    const areaId = body.areaId ?? null;
    await this.assertReaches(actor, areaId);
    const now = this.clock.now();
    assertPolicyWell(body, now);
    return this.database.transaction(async (tx) => {
      await this.lock(tx);
      const policies = tx.getRepository(ClockPolicy);
      const wanted = {
        areaId,
        categoryCode: body.categoryCode ?? null,
        responseMinutes: body.responseMinutes,
        simpleMinutes: body.simpleMinutes,
        complexMinutes: body.complexMinutes,
        planMinutes: body.planMinutes,
        confirmDays: body.confirmDays,
        holdDecisionMinutes: body.holdDecisionMinutes,
        escalationMinutes: body.escalationMinutes,
        serviceHours: body.serviceHours ?? null,
      };
      const before = await policies.findOneBy({ id: body.id });
      if (before !== null) return assertSame(before, wanted, actor);
      const inForceFrom = body.inForceFrom === undefined ? now : new Date(body.inForceFrom);
      if (inForceFrom < now) throw clockInThePast();
      const [last]: { version: number }[] = await tx.query(
        'select coalesce(max(version), 0) as version from clock_policy where area_id <=> ? and category_code <=> ?',
        [wanted.areaId, wanted.categoryCode],
      );
      await this.audit.record(tx, {
        action: 'clock.set_limits',
        actor,
        subject: { type: 'clock_policy', id: body.id },
        details: { area: areaId, category: wanted.categoryCode, from: inForceFrom.toISOString() },
      });
      return policies.save({
        id: body.id,
        ...wanted,
        version: Number(last?.version ?? 0) + 1,
        inForceFrom,
        addedById: actor.personId,
        addedByName: actor.name,
      });
    });
  }

  /** Newest first. */
  calendars(): Promise<WorkCalendar[]> {
    return this.database.transaction((tx) =>
      tx.getRepository(WorkCalendar).find({ order: { version: 'DESC' }, take: LISTED }),
    );
  }

  async addCalendar(actor: SignedInActor, body: AddWorkCalendarDto): Promise<WorkCalendar> {
    if (!reaches(actor, [])) throw calendarNotYours();
    const errors = calendarErrors(body.days);
    if (errors.length > 0) throw calendarDayWrong(undefined, errors);
    const days = [...body.days].sort((one, other) => (one.date < other.date ? -1 : 1));
    return this.database.transaction(async (tx) => {
      await this.lock(tx);
      const calendars = tx.getRepository(WorkCalendar);
      const before = await calendars.findOneBy({ id: body.id });
      if (before !== null) return assertSame(before, { days }, actor);
      const [last] = await calendars.find({ order: { version: 'DESC' }, take: 1 });
      await this.audit.record(tx, {
        action: 'clock.set_calendar',
        actor,
        subject: { type: 'work_calendar', id: body.id },
        details: { count: days.length },
      });
      return calendars.save({
        id: body.id,
        version: (last?.version ?? 0) + 1,
        inForceFrom: this.clock.now(),
        days,
        addedById: actor.personId,
        addedByName: actor.name,
      });
    });
  }

  /** One addition at a time, so that versions are numbered without gaps and doubles. */
  private async lock(tx: EntityManager): Promise<void> {
    await tx.query('select id from clock_policy where id = ? for update', [FIRST_POLICY]);
  }

  private async assertReaches(actor: SignedInActor, areaId: string | null): Promise<void> {
    const area = areaId === null ? null : (await this.areas.areas([areaId])).get(areaId);
    const kinds = ['subdistrict', 'community', 'grid'];
    if (area === undefined || (area !== null && !kinds.includes(area.kind))) throw clockAreaNotFound();
    const around =
      area === null
        ? []
        : [area.id, area.gridId, area.communityId, area.subdistrictId].flatMap((id) => id ?? []);
    if (!reaches(actor, around)) throw clockAreaNotFound();
  }
}

/** Whether one of the areas, from the inside out, is one that this person is appointed to; a platform admin has all. */
function reaches(actor: SignedInActor, around: readonly string[]): boolean {
  return actor.appointments.some(
    ({ role, areaId }) =>
      roleMay(role, PERMISSION) &&
      (role === 'platform_admin' || (areaId !== null && around.includes(areaId))),
  );
}

function assertPolicyWell(body: AddClockPolicyDto, now: Date): void {
  const serviceHours = body.serviceHours ?? null;
  const errors = serviceHours === null ? [] : serviceHoursErrors(serviceHours);
  if (errors.length > 0) throw serviceHoursWrong(undefined, errors);
  const { escalationMinutes } = body;
  if (escalationMinutes.some((minutes, step) => step > 0 && minutes <= (escalationMinutes[step - 1] ?? 0)))
    throw escalationOutOfOrder();
  const { responseMinutes, simpleMinutes, complexMinutes, planMinutes, holdDecisionMinutes } = body;
  const longest = Math.max(
    responseMinutes,
    simpleMinutes,
    complexMinutes,
    planMinutes,
    holdDecisionMinutes,
    ...escalationMinutes,
  );
  if (!withinReach(serviceHours, longest, now)) throw limitOutOfReach();
}

/** The version under this id, when it is what is asked for again by the same person. */
function assertSame<V extends { addedById: string | null }>(
  before: V,
  wanted: object,
  actor: SignedInActor,
): V {
  const was = Object.fromEntries(Object.keys(wanted).map((key) => [key, before[key as keyof V]]));
  if (before.addedById === actor.personId && JSON.stringify(was) === JSON.stringify(wanted)) return before;
  throw idUsedDifferently();
}
