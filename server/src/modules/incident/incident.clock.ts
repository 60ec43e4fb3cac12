import type { IncidentDifficulty, IncidentTimelineAction } from '@linli/shared';

export type ClockKind = 'response' | 'solve';

/** The limits of one version of the policy, in minutes. */
export interface ClockLimits {
  responseMinutes: number;
  simpleMinutes: number;
  complexMinutes: number;
}

/** What the clocks read of one entry of the timeline. */
export interface TimelineMark {
  action: IncidentTimelineAction;
  at: Date;
  difficulty: IncidentDifficulty | null;
}

export interface ClockState {
  kind: ClockKind;
  startedAt: Date;
  dueAt: Date;
  /** Null while it runs. */
  stoppedAt: Date | null;
}

const MINUTE_MS = 60_000;

/**
 * The clocks of an incident: a pure function of the pinned policy and the timeline, oldest entry first.
 * Both start when the server received the report. Solving has no limit, so no clock, until somebody judged how hard it is.
 */
export function clocksOf(limits: ClockLimits, timeline: readonly TimelineMark[]): ClockState[] {
  const receivedAt = timeline.find((mark) => mark.action === 'report')?.at;
  if (receivedAt === undefined) return [];
  const at = (action: IncidentTimelineAction) => timeline.find((mark) => mark.action === action)?.at ?? null;
  const difficulty = timeline.find((mark) => mark.action === 'judge')?.difficulty ?? null;
  const clocks: ClockState[] = [clock('response', receivedAt, limits.responseMinutes, at('accept'))];
  if (difficulty !== null) {
    const minutes = difficulty === 'simple' ? limits.simpleMinutes : limits.complexMinutes;
    clocks.push(clock('solve', receivedAt, minutes, at('resolve')));
  }
  return clocks;
}

function clock(kind: ClockKind, startedAt: Date, minutes: number, stoppedAt: Date | null): ClockState {
  return { kind, startedAt, dueAt: new Date(startedAt.getTime() + minutes * MINUTE_MS), stoppedAt };
}

/** Whether the limit was passed by `now`, or before the clock stopped. Reaching it to the millisecond is in time. */
export function isBreached(clock: ClockState, now: Date): boolean {
  return (clock.stoppedAt ?? now).getTime() > clock.dueAt.getTime();
}

/** When the next running clock runs out; null when none runs. */
export function nextDueAt(clocks: readonly ClockState[]): Date | null {
  const due = clocks.filter((clock) => clock.stoppedAt === null).map((clock) => clock.dueAt.getTime());
  return due.length === 0 ? null : new Date(Math.min(...due));
}

/** The clock worth showing on a card: the running one that is due first, else the one that stopped last. */
export function tellingClock<C extends { dueAt: Date; stoppedAt: Date | null }>(
  clocks: readonly C[],
): C | null {
  const rank = (clock: C) => (clock.stoppedAt === null ? clock.dueAt.getTime() : -clock.stoppedAt.getTime());
  const running = clocks.filter((clock) => clock.stoppedAt === null);
  const candidates = running.length > 0 ? running : clocks;
  return candidates.reduce<C | null>(
    (best, one) => (best === null || rank(one) < rank(best) ? one : best),
    null,
  );
}
