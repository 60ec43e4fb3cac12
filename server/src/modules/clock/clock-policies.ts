import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { send } from '../../platform/database/statements.js';
import { ClockPolicy } from './clock-policy.entity.js';
import { WorkCalendar } from './work-calendar.entity.js';
import { WorkingTime } from './working-time.js';

/** Where something happened and what kind it is. */
export interface PolicyPlace {
  gridId: string | null;
  communityId: string;
  subdistrictId: string;
  /** Null: of no category. */
  categoryCode: string | null;
}

/** The versions that a subject keeps from its beginning to its end. */
export interface PinnedVersions {
  policyId: string;
  calendarId: string;
}

/** One version of the limits with the time they are counted in. */
export type ClockRules = Pick<
  ClockPolicy,
  | 'responseMinutes'
  | 'simpleMinutes'
  | 'complexMinutes'
  | 'planMinutes'
  | 'confirmDays'
  | 'holdDecisionMinutes'
  | 'escalationMinutes'
> & { time: WorkingTime };

/** How long each difficulty may take, in working minutes. */
export type DifficultyLimits = Pick<ClockPolicy, 'simpleMinutes' | 'complexMinutes' | 'planMinutes'>;

const KEPT_RULES = 500;

/** Finds the limits that hold for something, and gives back those that once held. */
@Injectable()
export class ClockPolicies {
  /** Versions are never edited, so what was read once under two ids stays true. */
  private readonly kept = new Map<string, ClockRules>();
  private readonly limits = new Map<string, DifficultyLimits>();

  constructor(private readonly database: Database) {}

  /** The versions in force: the grid's own before the community's, the subdistrict's and everybody's; within one, the category's own first. */
  async inForce(tx: EntityManager, place: PolicyPlace, at: Date): Promise<PinnedVersions> {
    const { gridId, communityId, subdistrictId, categoryCode } = place;
    const areas = [...(gridId === null ? [] : [gridId]), communityId, subdistrictId];
    const ranks = areas.map((_, rank) => `when ? then ${rank}`).join(' ');
    const [policy] = await send<{ id: string }>(
      tx,
      `select id from clock_policy
        where (area_id in (${areas.map(() => '?').join(', ')}) or area_id is null)
          and (category_code = ? or category_code is null) and in_force_from <= ?
        order by case area_id ${ranks} else ${areas.length} end, category_code is null, in_force_from desc, version desc
        limit 1`,
      [...areas, categoryCode, at, ...areas],
    );
    if (policy === undefined) throw new Error(`no clock policy is in force at ${at.toISOString()}`);
    const [calendar] = await send<{ id: string }>(
      tx,
      'select id from work_calendar where in_force_from <= ? order by in_force_from desc, version desc limit 1',
      [at],
    );
    if (calendar === undefined) throw new Error(`no work calendar is in force at ${at.toISOString()}`);
    return { policyId: policy.id, calendarId: calendar.id };
  }

  /** The same for many in one transaction: asks only once for all that no version tells apart. */
  async inForceForMany(
    tx: EntityManager,
  ): Promise<(place: PolicyPlace, at: Date) => Promise<PinnedVersions>> {
    const versions = await tx.query<{ areaId: string | null; categoryCode: string | null; from: Date }[]>(
      `select area_id as areaId, category_code as categoryCode, in_force_from as \`from\` from clock_policy
        union all select null, null, in_force_from from work_calendar`,
    );
    const told = new Set(versions.flatMap(({ areaId, categoryCode }) => [areaId, categoryCode]));
    const known = new Map<string, Promise<PinnedVersions>>();
    return (place, at) => {
      const { gridId, communityId, subdistrictId, categoryCode } = place;
      const names = [gridId, communityId, subdistrictId, categoryCode].filter((one) => told.has(one));
      const begun = versions.filter(({ from }) => from <= at).length;
      const key = [begun, ...names].join(' ');
      const versionsOf = known.get(key) ?? this.inForce(tx, place, at);
      known.set(key, versionsOf);
      return versionsOf;
    };
  }

  /** What judging would set running under a version. */
  async difficultyLimits(policyId: string): Promise<DifficultyLimits> {
    const known = this.limits.get(policyId);
    if (known !== undefined) return known;
    const [row] = await this.database.query<DifficultyLimits>(
      `select simple_minutes as simpleMinutes, complex_minutes as complexMinutes, plan_minutes as planMinutes
         from clock_policy where id = ?`,
      [policyId],
    );
    if (row === undefined) throw new Error(`there is no clock policy ${policyId}`);
    const limits: DifficultyLimits = { ...row };
    if (this.limits.size >= KEPT_RULES) this.limits.clear();
    this.limits.set(policyId, limits);
    return limits;
  }

  async rules(tx: EntityManager, { policyId, calendarId }: PinnedVersions): Promise<ClockRules> {
    const key = `${policyId} ${calendarId}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const policy = await tx.getRepository(ClockPolicy).findOneByOrFail({ id: policyId });
    const calendar = await tx.getRepository(WorkCalendar).findOneByOrFail({ id: calendarId });
    const rules: ClockRules = {
      responseMinutes: policy.responseMinutes,
      simpleMinutes: policy.simpleMinutes,
      complexMinutes: policy.complexMinutes,
      planMinutes: policy.planMinutes,
      confirmDays: policy.confirmDays,
      holdDecisionMinutes: policy.holdDecisionMinutes,
      escalationMinutes: policy.escalationMinutes,
      time: new WorkingTime(policy.serviceHours, calendar.days),
    };
    if (this.kept.size >= KEPT_RULES) this.kept.clear();
    this.kept.set(key, rules);
    return rules;
  }
}
