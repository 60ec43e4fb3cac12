/** What both clients know of one clock; times are ISO 8601 UTC. */
export interface ClockReading {
  kind: 'response' | 'solve';
  startedAt: string;
  dueAt: string;
  /** When the clock was met or stopped late; null while it runs. */
  stoppedAt: string | null;
  limitMinutes: number;
}

export type ClockTone = 'waiting' | 'soon' | 'overdue' | 'met' | 'late';

export interface ClockWords {
  tone: ClockTone;
  /** 「还剩 12 分钟」「超时 5 分钟」「3 分钟」 */
  text: string;
  /** Whole minutes used so far, or in all. */
  usedMinutes: number;
  /** 0 to 1: how much of the limit is used; 1 when overdue. */
  usedShare: number;
}

const MINUTE_MS = 60_000;
/** A clock is "soon" in its last third, but never earlier than an hour before it runs out. */
const SOON_SHARE = 2 / 3;
const SOON_MINUTES = 60;

/** A length of time as people say it: 「9 分钟」「2 小时 48 分」「3 天」. Minutes, zero or more. */
export function durationWords(minutes: number): string {
  if (minutes < 1) return '不到 1 分钟';
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours < 24) return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
  const days = Math.floor(hours / 24);
  const restHours = hours % 24;
  return restHours === 0 || days >= 3 ? `${days} 天` : `${days} 天 ${restHours} 小时`;
}

/** Reads a clock aloud at `nowMs` (milliseconds since the epoch, the server's time where it is known). */
export function clockWords(clock: ClockReading, nowMs: number): ClockWords {
  const started = Date.parse(clock.startedAt);
  const due = Date.parse(clock.dueAt);
  const end = clock.stoppedAt === null ? nowMs : Date.parse(clock.stoppedAt);
  const usedMinutes = Math.max(0, Math.floor((end - started) / MINUTE_MS));
  const usedShare = Math.min(1, Math.max(0, (end - started) / Math.max(1, due - started)));
  const lateMinutes = Math.floor((end - due) / MINUTE_MS);
  if (clock.stoppedAt !== null) {
    return end > due
      ? { tone: 'late', text: `超时 ${durationWords(lateMinutes)}`, usedMinutes, usedShare }
      : { tone: 'met', text: durationWords(usedMinutes), usedMinutes, usedShare };
  }
  if (end > due)
    return { tone: 'overdue', text: `超时 ${durationWords(lateMinutes)}`, usedMinutes, usedShare };
  // Rounded up, so that nobody reads "0 minutes left" while there is time.
  const leftMinutes = Math.ceil((due - end) / MINUTE_MS);
  const tone = usedShare >= SOON_SHARE && leftMinutes <= SOON_MINUTES ? 'soon' : 'waiting';
  return { tone, text: `还剩 ${durationWords(leftMinutes)}`, usedMinutes, usedShare };
}
