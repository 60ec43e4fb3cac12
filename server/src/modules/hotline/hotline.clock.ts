import type { ClockState } from '../clock/index.js';
import type { HotlineOrder } from './hotline-order.entity.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Dated = Pick<HotlineOrder, 'receivedAt' | 'outsideDueAt' | 'reportedBackAt'>;
type Watched = Pick<HotlineOrder, 'outsideDueAt' | 'reportedBackAt' | 'warnedTo' | 'overdueAt'>;

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
    warnAt: warnings(outsideDueAt, warnHours)[0] ?? null,
    pauses: [],
  };
}

/** When it is told that the date comes near. */
function warnings(outsideDueAt: Date, warnHours: readonly number[]): Date[] {
  return [...warnHours]
    .sort((one, other) => other - one)
    .map((hours) => new Date(outsideDueAt.getTime() - hours * HOUR_MS));
}

/**
 * What has become due on an order by itself. It goes by what was done already and not by how often, since the warnings
 * can be set differently at any time.
 */
export function dueNow(
  { outsideDueAt, reportedBackAt, warnedTo, overdueAt }: Watched,
  warnHours: readonly number[],
  now: Date,
): 'due_soon' | 'overdue' | null {
  if (reportedBackAt !== null || overdueAt !== null) return null;
  if (now > outsideDueAt) return 'overdue';
  return warnings(outsideDueAt, warnHours).some((at) => at > warnedTo && at <= now) ? 'due_soon' : null;
}

/** When it has to be looked at next: at a warning that was not given yet, last of all at its date, just past it. */
export function nextLook(
  { outsideDueAt, reportedBackAt, warnedTo, overdueAt }: Watched,
  warnHours: readonly number[],
): Date | null {
  if (reportedBackAt !== null || overdueAt !== null) return null;
  return (
    warnings(outsideDueAt, warnHours).find((at) => at > warnedTo && at < outsideDueAt) ??
    new Date(outsideDueAt.getTime() + 1)
  );
}
