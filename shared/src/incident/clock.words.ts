/** Responding, proposing a plan, solving, the reporter's time to confirm, an organisation's task, the city hotline's date. */
export const CLOCK_KINDS = ['response', 'plan', 'solve', 'confirm', 'task', 'outside'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** What has to happen before the clock runs out: 「离解决时限」「还没回应」. */
export const CLOCK_KIND_LABELS: Record<ClockKind, string> = {
  response: '回应',
  plan: '定方案',
  solve: '解决',
  confirm: '确认',
  task: '完成',
  outside: '交回热线',
};

/** What both clients know of one clock; times are ISO 8601 UTC. */
export interface ClockReading {
  kind: ClockKind;
  startedAt: string;
  dueAt: string;
  /** When the clock was met or stopped late; null while it runs. */
  stoppedAt: string | null;
  limitMinutes: number;
  /** Since when an approved hold stops it; `dueAt` says nothing until it goes on. */
  pausedAt?: string | null;
  /** A hold was asked for and nobody has decided: it is neither late nor in time. */
  undecided?: boolean;
  /** The limit was passed. Only the server knows what holds have moved. */
  breached?: boolean;
}

export type ClockTone = 'waiting' | 'soon' | 'overdue' | 'met' | 'late' | 'paused';

export interface ClockWords {
  tone: ClockTone;
  /** 「还剩 12 分钟」「超时 5 分钟」「3 分钟」「已停表」 */
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
/** A date from outside is days away and needs an answer written besides, so that its last day is soon. */
const OUTSIDE_SOON_MINUTES = 1_440;

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
  const end = Date.parse(clock.stoppedAt ?? clock.pausedAt ?? new Date(nowMs).toISOString());
  const usedMinutes = Math.max(0, Math.floor((end - started) / MINUTE_MS));
  const usedShare = Math.min(1, Math.max(0, (end - started) / Math.max(1, due - started)));
  const said = (tone: ClockTone, text: string): ClockWords => ({ tone, text, usedMinutes, usedShare });
  const late = `超时 ${durationWords(Math.max(0, Math.floor((end - due) / MINUTE_MS)))}`;
  if (clock.stoppedAt !== null) {
    const breached = clock.breached ?? end > due;
    return breached ? said('late', late) : said('met', durationWords(usedMinutes));
  }
  if (clock.breached) return said('overdue', late);
  if (clock.pausedAt) return said('paused', '已停表');
  if (end > due) {
    // A limit that has passed since the server was last asked. These two are not a promise that was broken.
    if (clock.undecided) return said('soon', '等审批');
    return clock.kind === 'confirm' ? said('soon', '时间到了') : said('overdue', late);
  }
  // Rounded up, so that nobody reads "0 minutes left" while there is time.
  const leftMinutes = Math.ceil((due - end) / MINUTE_MS);
  const soon =
    clock.kind === 'outside'
      ? leftMinutes <= OUTSIDE_SOON_MINUTES
      : usedShare >= SOON_SHARE && leftMinutes <= SOON_MINUTES;
  const tone = soon ? 'soon' : 'waiting';
  return said(tone, `还剩 ${durationWords(leftMinutes)}`);
}
