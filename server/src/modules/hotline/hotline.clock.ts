import type { ClockState } from '../clock/index.js';
import type { HotlineOrder } from './hotline-order.entity.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Dated = Pick<HotlineOrder, 'receivedAt' | 'outsideDueAt' | 'reportedBackAt'>;

/** The one clock of an order: from the call to the date the hotline set, whatever hours the community keeps. */
export function outsideClock(
  { receivedAt, outsideDueAt, reportedBackAt }: Dated,
  warnHours: readonly number[],
): ClockState {
  return {
    kind: 'outside',
    round: 1,
    startedAt: receivedAt,
    dueAt: outsideDueAt,
    stoppedAt: reportedBackAt,
    pausedAt: null,
    undecidedSince: null,
    limitMinutes: Math.max(0, Math.round((outsideDueAt.getTime() - receivedAt.getTime()) / MINUTE_MS)),
    warnAt: sweepTimes(outsideDueAt, warnHours)[0] ?? null,
    pauses: [],
  };
}

/** When something happens to an order by itself: each warning, and last of all its date, just past it. */
export function sweepTimes(outsideDueAt: Date, warnHours: readonly number[]): Date[] {
  const warnings = [...warnHours].sort((one, other) => other - one);
  return [
    ...warnings.map((hours) => new Date(outsideDueAt.getTime() - hours * HOUR_MS)),
    new Date(outsideDueAt.getTime() + 1),
  ];
}

/** How many of these moments are behind. */
export function stepsBehind(times: readonly Date[], now: Date): number {
  return times.filter((at) => at <= now).length;
}

/** Whoever enters an order sees its date: only what comes later is told. Being late already is told all the same. */
export function firstStep(times: readonly Date[], now: Date): number {
  return Math.min(stepsBehind(times, now), times.length - 1);
}
