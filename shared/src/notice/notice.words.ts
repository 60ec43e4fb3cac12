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
export function noticeSpanWords(span: NoticeSpan, nowMs: number): string | null {
  const now = shanghai(nowMs);
  return spanWords(span, (then) => {
    const near = ['昨天', '今天', '明天', '后天'][then.day - now.day + 1];
    return near === undefined ? dateWords(then, now) : `${near}（${then.weekday}）`;
  });
}

/** 「11 月 23 日（周一）8:00 到 17:00」: for words that are kept, since 「明天」 is wrong a day later. */
export function noticeSpanDates(span: NoticeSpan, writtenMs: number): string | null {
  const written = shanghai(writtenMs);
  return spanWords(span, (then) => dateWords(then, written));
}

type Day = ReturnType<typeof shanghai>;

function spanWords({ startsAt, endsAt }: NoticeSpan, dayOf: (then: Day) => string): string | null {
  const [start, end] = [startsAt, endsAt].map((iso) => (iso === null ? null : shanghai(Date.parse(iso))));
  const moment = (then: Day) => `${dayOf(then)}${then.time}`;
  if (!start) return end ? `到 ${moment(end)}` : null;
  if (!end) return `${moment(start)} 起`;
  return `${moment(start)} 到 ${start.day === end.day ? end.time : moment(end)}`;
}

function dateWords(then: Day, now: Day): string {
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
