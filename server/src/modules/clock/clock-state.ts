import type { ClockKind } from '@linli/shared';

/** A stretch that did not count, because an approved hold lay over it. */
export interface ClockPause {
  from: Date;
  /** Null while it lasts. */
  to: Date | null;
}

/** One clock of one round, worked out from a policy and a timeline. */
export interface ClockState {
  kind: ClockKind;
  round: number;
  startedAt: Date;
  dueAt: Date;
  /** Null while it runs. */
  stoppedAt: Date | null;
  /** Since when an approved hold stops it; null while it runs. `dueAt` is then what it was when it was stopped. */
  pausedAt: Date | null;
  /** Since when a hold that nobody has decided on leaves open whether it counts. */
  undecidedSince: Date | null;
  limitMinutes: number;
  /** When it is due soon. Null: nobody needs to be told. */
  warnAt: Date | null;
  pauses: ClockPause[];
}

type Limited = Pick<ClockState, 'kind' | 'dueAt' | 'stoppedAt' | 'pausedAt' | 'undecidedSince'>;

/**
 * Whether the limit was passed by `now`, or before the clock stopped. Reaching it to the millisecond is in time.
 * What a hold covers, or may yet come to cover, does not count. The reporter's time to confirm is no promise of ours, so
 * it runs out without being broken.
 */
export function isBreached(clock: Limited, now: Date): boolean {
  if (clock.kind === 'confirm') return false;
  const ends = [clock.stoppedAt ?? now, clock.pausedAt, clock.undecidedSince];
  const end = Math.min(...ends.flatMap((at) => at?.getTime() ?? []));
  return end > clock.dueAt.getTime();
}
