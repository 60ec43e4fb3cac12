import { ESCALATION_ROLES, type EscalationRole } from '@linli/shared';
import type { ClockRules, ClockState } from '../clock/index.js';

/** How far one clock has come of what happens to it by itself. */
export interface WatchedClock {
  clock: ClockState;
  /** Its being due soon was told. */
  warned: boolean;
  /** How many of the escalation's steps are on the timeline. */
  escalated: number;
}

/** When a hold that nobody decides on lapses. */
export function lapseAt(requestedAt: Date, rules: ClockRules): Date {
  return rules.time.addWorkingMinutes(requestedAt, rules.holdDecisionMinutes);
}

/** The moments at which an overdue clock is passed on, one step after the other; each is past the limit, not on it. */
export function escalationTimes(clock: ClockState, rules: ClockRules): Date[] {
  return rules.escalationMinutes.map((minutes) => past(rules.time.addWorkingMinutes(clock.dueAt, minutes)));
}

/**
 * When something happens to a clock by itself; null when nothing will. While a hold waits for a decision nothing does but
 * the request's lapsing.
 */
export function nextSweepAt(
  { clock, warned, escalated }: WatchedClock,
  rules: ClockRules,
  pendingHoldSince: Date | null,
): Date | null {
  if (clock.stoppedAt !== null) return null;
  if (clock.kind === 'confirm') return past(clock.dueAt);
  if (pendingHoldSince !== null) return lapseAt(pendingHoldSince, rules);
  if (clock.pausedAt !== null) return null;
  if (!warned && clock.warnAt !== null) return clock.warnAt;
  return escalationTimes(clock, rules)[escalated] ?? null;
}

/** One step up for one limit that ran out. */
export interface EscalationStep {
  clock: ClockState;
  step: number;
  toRole: EscalationRole;
  /** Whom this step tells; nobody when a higher one at the same moment tells them all. */
  tells: EscalationRole[];
}

/**
 * The steps that have come due and were not taken yet, in the order in which they came due. Each limit has each step once.
 * When several come due at one look, because nobody looked for long or because several limits ran out, all stand on the
 * timeline, and people hear of it once, with the highest.
 */
export function stepsDue(watched: readonly WatchedClock[], rules: ClockRules, now: Date): EscalationStep[] {
  const due = watched
    .filter(isCounting)
    .flatMap(({ clock, escalated }) =>
      escalationTimes(clock, rules).flatMap((at, index) => {
        const toRole = ESCALATION_ROLES[index];
        if (index < escalated || toRole === undefined || now < at) return [];
        return [{ at, clock, step: index + 1, toRole }];
      }),
    )
    .sort((one, other) => one.at.getTime() - other.at.getTime() || one.step - other.step);
  const steps = due.map(({ step }) => step);
  const highest = steps.lastIndexOf(Math.max(...steps));
  const reached = [...new Set(due.map(({ toRole }) => toRole))];
  return due.map(({ clock, step, toRole }, index) => ({
    ...{ clock, step, toRole },
    tells: index === highest ? reached : [],
  }));
}

/** One of our promises for which time goes on. */
export function isCounting({ clock }: WatchedClock): boolean {
  return clock.kind !== 'confirm' && clock.stoppedAt === null && clock.pausedAt === null;
}

function past(at: Date): Date {
  return new Date(at.getTime() + 1);
}
