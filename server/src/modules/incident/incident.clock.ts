import type { IncidentTimelineAction } from '@linli/shared';
import type { ClockRules, ClockState } from '../clock/index.js';
import { type Hold, holdsOf } from './incident.holds.js';
import type { IncidentActionData } from './incident-action.entity.js';

export type { ClockState } from '../clock/index.js';

/** What the clocks read of one entry of the timeline. */
export interface TimelineMark {
  action: IncidentTimelineAction;
  at: Date;
  data: IncidentActionData;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** A clock as the timeline starts and stops it, before holds are taken into account. */
interface Promised {
  kind: ClockState['kind'];
  round: number;
  startedAt: Date;
  stoppedAt: Date | null;
  limitMinutes: number;
  /** Where the limit falls without any hold; for a plan, the date it names. */
  dueAt: Date;
  warnAt: Date | null;
}

/**
 * The clocks of an incident: a pure function of the pinned versions and the timeline, oldest entry first.
 *
 * Responding, solving and planning count from when the round began: receipt, or the dispute that reopened it. Solving has
 * no limit, so no clock, until somebody judged how hard it is; the hard is first planned and then solved by the plan's own
 * date. What went back to its queue is to be answered anew, each time on a clock of its own; what it is solved by stays. A hold that was approved stops them from the moment it was asked for.
 */
export function clocksOf(rules: ClockRules, timeline: readonly TimelineMark[]): ClockState[] {
  const holds = holdsOf(timeline);
  return promisesOf(rules, timeline).map((promise) => withHolds(promise, holds, rules));
}

function promisesOf(rules: ClockRules, timeline: readonly TimelineMark[]): Promised[] {
  const promises: Promised[] = [];
  let round = 1;
  let roundBeganAt: Date | null = null;
  let difficulty: string | null = null;
  let responses = 0;

  const limited = (kind: Promised['kind'], startedAt: Date, limitMinutes: number, turn = round) => {
    const dueAt = rules.time.addWorkingMinutes(startedAt, limitMinutes);
    const warnAt = rules.time.addWorkingMinutes(startedAt, limitMinutes - soonMinutes(limitMinutes));
    promises.push({ kind, round: turn, startedAt, stoppedAt: null, limitMinutes, dueAt, warnAt });
  };
  const responding = (at: Date) => {
    responses += 1;
    limited('response', at, rules.responseMinutes, responses);
  };
  const dated = (startedAt: Date, dueAt: Date) => {
    const minutes = rules.time.workingMinutesBetween(startedAt, dueAt);
    const warnAt = rules.time.addWorkingMinutes(startedAt, minutes - soonMinutes(minutes));
    const limitMinutes = Math.round(minutes);
    promises.push({ kind: 'solve', round, startedAt, stoppedAt: null, limitMinutes, dueAt, warnAt });
  };
  const confirming = (startedAt: Date) => {
    const limitMinutes = rules.confirmDays * DAY_MINUTES;
    const dueAt = new Date(startedAt.getTime() + limitMinutes * MINUTE_MS);
    promises.push({ kind: 'confirm', round, startedAt, stoppedAt: null, limitMinutes, dueAt, warnAt: null });
  };
  const running = (kind: Promised['kind']) =>
    promises.find((promise) => promise.kind === kind && promise.stoppedAt === null);
  const stop = (at: Date, ...kinds: Promised['kind'][]) => {
    for (const kind of kinds) {
      const promise = running(kind);
      if (promise !== undefined) promise.stoppedAt = at;
    }
  };
  const beginSolving = () => {
    if (roundBeganAt === null || difficulty === null) return;
    if (difficulty === 'hard') limited('plan', roundBeganAt, rules.planMinutes);
    else limited('solve', roundBeganAt, difficulty === 'simple' ? rules.simpleMinutes : rules.complexMinutes);
  };
  const beginAnotherRound = (at: Date) => {
    stop(at, 'confirm');
    round += 1;
    roundBeganAt = at;
    beginSolving();
  };

  for (const { action, at, data } of timeline) {
    switch (action) {
      case 'report':
        roundBeganAt = at;
        responding(at);
        break;
      case 'accept':
        stop(at, 'response');
        break;
      case 'requeue':
        if (!running('response')) responding(at);
        break;
      case 'judge':
        difficulty = data.difficulty ?? null;
        beginSolving();
        break;
      case 'plan':
        stop(at, 'plan');
        if (data.dueAt !== undefined) dated(at, new Date(data.dueAt));
        break;
      case 'resolve':
        stop(at, 'plan', 'solve');
        confirming(at);
        break;
      case 'confirm':
      case 'close_silently':
        stop(at, 'confirm');
        break;
      case 'dispute':
        beginAnotherRound(at);
        break;
      case 'check_back':
        // Only what still waits for the reporter goes back to work; asking after a closed one reopens nothing.
        if (data.outcome === 'unsatisfied' && running('confirm')) beginAnotherRound(at);
        break;
      case 'reject':
      case 'merge':
        stop(at, 'response', 'plan', 'solve');
        break;
    }
  }
  return promises;
}

/**
 * Moves a limit by what holds took out of its time. A hold asked for after the limit moves nothing, so that it cannot
 * make good what was late; while one waits for a decision, the clock is neither late nor in time from then on.
 */
function withHolds(promise: Promised, holds: readonly Hold[], { time }: ClockRules): ClockState {
  const clock: ClockState = { pausedAt: null, undecidedSince: null, pauses: [], ...promise };
  if (clock.kind === 'confirm') return clock;
  const stoppedAt = clock.stoppedAt;
  for (const hold of holds) {
    const from = later(hold.from, clock.startedAt);
    const over = stoppedAt !== null && from >= stoppedAt;
    const before = hold.to !== null && hold.to <= from;
    if (over || before || from > clock.dueAt) continue;
    if (!hold.approved) {
      clock.undecidedSince = from;
      continue;
    }
    const to = earlier(hold.to, stoppedAt);
    clock.pauses.push({ from, to });
    if (to === null) {
      clock.pausedAt = from;
      continue;
    }
    const moved = (at: Date) => time.addWorkingMinutes(to, time.workingMinutesBetween(from, at));
    if (clock.warnAt !== null && from <= clock.warnAt) clock.warnAt = moved(clock.warnAt);
    clock.dueAt = moved(clock.dueAt);
  }
  return clock;
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** How long before the end it is due soon: the last third, but never more than an hour. */
function soonMinutes(limitMinutes: number): number {
  return Math.min(limitMinutes / 3, 60);
}

/** What an incident's row keeps of its clocks, so that queues can be sorted and counted without them. */
export interface NextDue {
  nextDueAt: Date | null;
  /** From when it is due soon; null when none runs. */
  nextWarnAt: Date | null;
}

/** When the next limit of ours runs out, of those that run and count, and from when that is soon. */
export function nextDue(clocks: readonly ClockState[]): NextDue {
  const next = clocks
    .filter((clock) => clock.kind !== 'confirm' && clock.stoppedAt === null)
    .filter((clock) => clock.pausedAt === null && clock.undecidedSince === null)
    .reduce<ClockState | null>((first, one) => (first === null || isBefore(one, first) ? one : first), null);
  return { nextDueAt: next?.dueAt ?? null, nextWarnAt: next?.warnAt ?? null };
}

/** Of two that run out at the same moment, the one that is soon first. */
function isBefore(one: ClockState, other: ClockState): boolean {
  if (one.dueAt.getTime() !== other.dueAt.getTime()) return one.dueAt < other.dueAt;
  return one.warnAt !== null && (other.warnAt === null || one.warnAt < other.warnAt);
}

/** The clock of ours worth showing on a card: the running one that is due first, else the one that stopped last. */
export function tellingClock<C extends Pick<ClockState, 'kind' | 'dueAt' | 'stoppedAt'>>(
  clocks: readonly C[],
): C | null {
  const rank = (clock: C) => (clock.stoppedAt === null ? clock.dueAt.getTime() : -clock.stoppedAt.getTime());
  const ours = clocks.filter((clock) => clock.kind !== 'confirm');
  const running = ours.filter((clock) => clock.stoppedAt === null);
  const candidates = running.length > 0 ? running : ours;
  return candidates.reduce<C | null>(
    (best, one) => (best === null || rank(one) < rank(best) ? one : best),
    null,
  );
}
