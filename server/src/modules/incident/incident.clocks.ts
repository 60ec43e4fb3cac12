import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { send } from '../../platform/database/statements.js';
import {
  type ClockOwner,
  ClockPolicies,
  type ClockRow,
  ClockRows,
  type ClockRules,
  type ClockState,
  type PolicyPlace,
} from '../clock/index.js';
import { clocksOf, type NextDue, nextDue, type TimelineMark } from './incident.clock.js';
import type { Incident } from './incident.entity.js';
import { pendingHoldSince } from './incident.holds.js';
import { nextSweepAt, type WatchedClock } from './incident.sweep-times.js';

export interface ClockFacts {
  rules: ClockRules;
  marks: TimelineMark[];
  watched: WatchedClock[];
  rows: ClockRow[];
  pendingHoldSince: Date | null;
}

/** Keeps the clock rows what the pinned versions and the timeline say they are. */
@Injectable()
export class IncidentClocks {
  constructor(
    private readonly policies: ClockPolicies,
    private readonly rows: ClockRows,
  ) {}

  /** The versions that an incident keeps from its beginning to its end. */
  async pin(
    tx: EntityManager,
    place: PolicyPlace,
    at: Date,
  ): Promise<Pick<Incident, 'clockPolicyId' | 'workCalendarId'>> {
    const { policyId, calendarId } = await this.policies.inForce(tx, place, at);
    return { clockPolicyId: policyId, workCalendarId: calendarId };
  }

  /** Everything the clocks of an incident follow from, and what follows. */
  async read(tx: EntityManager, incident: Incident): Promise<ClockFacts> {
    const rules = await this.policies.rules(tx, {
      policyId: incident.clockPolicyId,
      calendarId: incident.workCalendarId,
    });
    const marks = await this.marksOf(tx, incident.id);
    const rows = await this.rows.of(tx, 'incident', incident.id);
    const watched = clocksOf(rules, marks).map((clock) => ({
      clock,
      warned: rows.some(({ kind, round, warnedAt }) => isOf(clock, kind, round) && warnedAt !== null),
      escalated: marks.filter(
        ({ action, data }) => action === 'escalate' && isOf(clock, data.clockKind, data.clockRound),
      ).length,
    }));
    return { rules, marks, watched, rows, pendingHoldSince: pendingHoldSince(marks) };
  }

  private async marksOf(tx: EntityManager, incidentId: string): Promise<TimelineMark[]> {
    const rows = await send<Omit<TimelineMark, 'data'> & { data: string }>(
      tx,
      'select action, at, data from incident_action where incident_id = ? order by seq',
      [incidentId],
    );
    return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as TimelineMark['data'] }));
  }

  /**
   * Works the clocks out again from the whole timeline, in the transaction that added to it, and gives back what
   * the incident's row keeps of them. `warned` are those whose being due soon has just been told.
   */
  async recompute(
    tx: EntityManager,
    incident: Incident,
    now: Date,
    warned: readonly WatchedClock[] = [],
  ): Promise<NextDue> {
    const { rules, watched, rows, pendingHoldSince } = await this.read(tx, incident);
    const kept = watched.map((one) => {
      const told = warned.some(({ clock }) => isOf(clock, one.clock.kind, one.clock.round));
      const watchedNow = { ...one, warned: one.warned || told };
      return { warned: told, nextSweepAt: nextSweepAt(watchedNow, rules, pendingHoldSince), ...one.clock };
    });
    const owner: ClockOwner = {
      subjectType: 'incident',
      subjectId: incident.id,
      communityId: incident.communityId,
      policyVersionId: incident.clockPolicyId,
    };
    await this.rows.keep(tx, owner, kept, { stored: rows, now });
    return nextDue(kept);
  }
}

function isOf(clock: ClockState, kind: string | undefined, round: number | undefined): boolean {
  return clock.kind === kind && clock.round === round;
}
