import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids/new-id.js';
import { ClockRow } from './clock.entity.js';
import { ClockPolicy } from './clock-policy.entity.js';
import { clocksOf, isBreached, nextDueAt } from './incident.clock.js';
import type { Incident } from './incident.entity.js';
import { IncidentActionRow } from './incident-action.entity.js';

/** Keeps the clock rows what the policy and the timeline say they are. */
@Injectable()
export class IncidentClocks {
  /** The version in force for a community: its own, else everybody's. */
  async policyInForce(tx: EntityManager, communityId: string, at: Date): Promise<ClockPolicy> {
    const policy = await tx
      .getRepository(ClockPolicy)
      .createQueryBuilder('policy')
      .where('(policy.communityId = :communityId or policy.communityId is null)', { communityId })
      .andWhere('policy.inForceFrom <= :at', { at })
      .orderBy('policy.communityId is null', 'ASC')
      .addOrderBy('policy.inForceFrom', 'DESC')
      .addOrderBy('policy.version', 'DESC')
      .getOne();
    if (policy === null) throw new Error(`no clock policy is in force at ${at.toISOString()}`);
    return policy;
  }

  /**
   * Works the clocks out again from the whole timeline, in the transaction that added to it, and gives back when the
   * next one runs out. A breach that was seen stays, whatever the clocks say now.
   */
  async recompute(tx: EntityManager, incident: Incident, now: Date): Promise<Date | null> {
    const policy = await tx.getRepository(ClockPolicy).findOneByOrFail({ id: incident.clockPolicyId });
    const timeline = await tx
      .getRepository(IncidentActionRow)
      .find({ where: { incidentId: incident.id }, order: { seq: 'ASC' } });
    const marks = timeline.map(({ action, at, data }) => ({
      action,
      at,
      difficulty: data.difficulty ?? null,
    }));
    const clocks = clocksOf(policy, marks);
    const rows = tx.getRepository(ClockRow);
    const stored = await rows.findBy({ subjectType: 'incident', subjectId: incident.id });
    for (const clock of clocks) {
      const before = stored.find((row) => row.kind === clock.kind);
      await rows.save({
        id: before?.id ?? newId(now),
        subjectType: 'incident',
        subjectId: incident.id,
        policyVersionId: policy.id,
        communityId: incident.communityId,
        ...clock,
        breached: before?.breached === true || isBreached(clock, now),
      });
    }
    return nextDueAt(clocks);
  }
}
