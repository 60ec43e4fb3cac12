const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['周四', '周五', '周六', '周日', '周一', '周二', '周三'];

/** When what a notice is about begins and ends, ISO 8601; either may be unknown. */
export interface NoticeSpan {
  startsAt: string | null;
  endsAt: string | null;
}

/** How a notice stands to now: to come, going on, or over. Without a time it goes on until it is over. */
export type NoticePhase = 'coming' | 'now' | 'over';

export function noticePhase(
  { startsAt, overAt }: { startsAt: string | null; overAt: string },
  nowMs: number,
): NoticePhase {
  if (Date.parse(overAt) <= nowMs) return 'over';
  return startsAt !== null && Date.parse(startsAt) > nowMs ? 'coming' : 'now';
}

/** 「明天（周一）8:00 到 17:00」, in Asia/Shanghai; null when nothing is known of the time. */
export function noticeSpanWords({ startsAt, endsAt }: NoticeSpan, nowMs: number): string | null {
  if (startsAt === null) return endsAt === null ? null : `到 ${momentIn(endsAt, nowMs)}`;
  if (endsAt === null) return `${momentIn(startsAt, nowMs)} 起`;
  const [start, end] = [shanghai(Date.parse(startsAt)), shanghai(Date.parse(endsAt))];
  const until = start.day === end.day ? end.time : momentIn(endsAt, nowMs);
  return `${momentIn(startsAt, nowMs)} 到 ${until}`;
}

function momentIn(iso: string, nowMs: number): string {
  const then = shanghai(Date.parse(iso));
  const now = shanghai(nowMs);
  return `${dayWords(then, now)}${then.time}`;
}

type Day = ReturnType<typeof shanghai>;

function dayWords(then: Day, now: Day): string {
  const near = ['昨天', '今天', '明天', '后天'][then.day - now.day + 1];
  if (near !== undefined) return `${near}（${then.weekday}）`;
  const date = `${then.month} 月 ${then.date} 日（${then.weekday}）`;
  return then.year === now.year ? date : `${then.year} 年 ${date}`;
}

/** Asia/Shanghai has had no summer time since 1991, so a fixed offset is right and works where Intl does not. */
function shanghai(ms: number) {
  const d = new Date(ms + OFFSET_MS);
  const day = Math.floor((ms + OFFSET_MS) / DAY_MS);
  return {
    day,
    // The first day of all was a Thursday.
    weekday: WEEKDAYS[((day % 7) + 7) % 7] as string,
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    date: d.getUTCDate(),
    time: `${d.getUTCHours()}:${String(d.getUTCMinutes()).padStart(2, '0')}`,
  };
}
