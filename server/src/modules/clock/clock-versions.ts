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

/** A version with the name of the place it was set for; null for everybody. */
interface PolicyInForce {
  policy: ClockPolicy;
  areaName: string | null;
}

/** Lists and adds versions of limits and of the work calendar; what is there is never changed. */
@Injectable()
export class ClockVersions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaQueries,
    private readonly audit: AuditTrail,
  ) {}

  /** A place's own versions, newest first, and what holds there now. */
  async policies(
    actor: SignedInActor,
    areaId: string | null,
  ): Promise<{ own: ClockPolicy[]; inForce: PolicyInForce[] }> {
    const around = areaId === null ? [] : await this.reached(actor, areaId);
    const [own, standing, names] = await Promise.all([
      this.database.transaction((tx) =>
        tx
          .getRepository(ClockPolicy)
          .createQueryBuilder('policy')
          .where(areaId === null ? 'policy.areaId is null' : 'policy.areaId = :areaId', { areaId })
          .orderBy('policy.inForceFrom', 'DESC')
          .addOrderBy('policy.version', 'DESC')
          .limit(LISTED)
          .getMany(),
      ),
      this.standing(around),
      this.areas.fullNames(around),
    ]);
    const inForce = chosenAmong(standing, around).map((policy) => ({
      policy,
      areaName: policy.areaId === null ? null : (names.get(policy.areaId) ?? null),
    }));
    return { own, inForce };
  }

  /** The newest begun version of each area and category around a place. */
  private standing(around: string[]): Promise<ClockPolicy[]> {
    const now = this.clock.now();
    return this.database.transaction((tx) =>
      tx
        .getRepository(ClockPolicy)
        .createQueryBuilder('policy')
        .where(
          around.length === 0
            ? 'policy.areaId is null'
            : '(policy.areaId in (:...around) or policy.areaId is null)',
          {
            around,
          },
        )
        .andWhere('policy.inForceFrom <= :now', { now })
        .andWhere(
          `not exists (select 1 from clock_policy n
            where n.area_id <=> policy.area_id and n.category_code <=> policy.category_code and n.in_force_from <= :now
              and (n.in_force_from > policy.in_force_from
                or (n.in_force_from = policy.in_force_from and n.version > policy.version)))`,
        )
        .orderBy('policy.categoryCode')
        .getMany(),
    );
  }

  async addPolicy(actor: SignedInActor, body: AddClockPolicyDto): Promise<ClockPolicy> {
    const areaId = body.areaId ?? null;
    await this.reached(actor, areaId);
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

  /** The place and those it lies in, from the inside out; refused where they are not this person's. */
  private async reached(actor: SignedInActor, areaId: string | null): Promise<string[]> {
    const area = areaId === null ? null : (await this.areas.areas([areaId])).get(areaId);
    const kinds = ['subdistrict', 'community', 'grid'];
    if (area === undefined || (area !== null && !kinds.includes(area.kind))) throw clockAreaNotFound();
    const around =
      area === null
        ? []
        : [area.id, area.gridId, area.communityId, area.subdistrictId].flatMap((id) => id ?? []);
    if (!reaches(actor, around)) throw clockAreaNotFound();
    return [...new Set(around)];
  }
}

/** As `ClockPolicies.inForce` picks them: the innermost place's before any other, within one the category's own. */
function chosenAmong(standing: readonly ClockPolicy[], around: readonly string[]): ClockPolicy[] {
  const rank = ({ areaId }: ClockPolicy) => (areaId === null ? around.length : around.indexOf(areaId));
  const chosenFor = (code: string | null) =>
    standing
      .filter(({ categoryCode }) => categoryCode === null || categoryCode === code)
      .reduce<ClockPolicy | undefined>((best, one) => {
        if (best === undefined || rank(one) < rank(best)) return one;
        return rank(one) === rank(best) && one.categoryCode !== null ? one : best;
      }, undefined);
  const codes = [null, ...standing.flatMap(({ categoryCode }) => categoryCode ?? [])];
  return [...new Set(codes.flatMap((code) => chosenFor(code) ?? []))];
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
