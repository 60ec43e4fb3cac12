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

function past(at: Date): Date {
  return new Date(at.getTime() + 1);
}
