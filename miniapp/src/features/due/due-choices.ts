/** One date and time to choose, in words. */
export interface DueChoice {
  id: string;
  words: string;
  /** ISO 8601. */
  dueAt: string;
}

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A day's work is done by six. */
const END_OF_DAY_HOUR = 18;

/** Some days from now at an hour in Asia/Shanghai, which has no summer time. */
export function dayAt(nowMs: number, days: number, hour = END_OF_DAY_HOUR): string {
  const midnight = Math.floor((nowMs + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  return new Date(midnight + days * DAY_MS + hour * HOUR_MS).toISOString();
}

/** For what takes days: a plan, more time. */
export const dayChoices = (nowMs: number): DueChoice[] => [
  { id: 'tomorrow', words: '明天', dueAt: dayAt(nowMs, 1) },
  { id: 'after-tomorrow', words: '后天', dueAt: dayAt(nowMs, 2) },
  { id: 'three-days', words: '3 天后', dueAt: dayAt(nowMs, 3) },
  { id: 'week', words: '一周后', dueAt: dayAt(nowMs, 7) },
  { id: 'two-weeks', words: '两周后', dueAt: dayAt(nowMs, 14) },
];

/** For what somebody else is asked to do: some hours, or some days. */
export function taskChoices(nowMs: number): DueChoice[] {
  // On whole minutes, so that the same choice stays the same while the screen's clock ticks.
  const minute = Math.ceil(nowMs / MINUTE_MS) * MINUTE_MS;
  const inHours = (hours: number) => new Date(minute + hours * HOUR_MS).toISOString();
  const [tomorrow, , inThree, week] = dayChoices(nowMs);
  return [
    { id: 'two-hours', words: '2 小时内', dueAt: inHours(2) },
    { id: 'four-hours', words: '4 小时内', dueAt: inHours(4) },
    ...[tomorrow, inThree, week].filter((choice) => choice !== undefined),
  ];
}

/** What a calendar gives and takes: 2026-11-30 and 18:00, in Asia/Shanghai. */
export function calendarParts(iso: string): { date: string; time: string } {
  const local = new Date(Date.parse(iso) + OFFSET_MS).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

export const fromCalendar = (date: string, time: string): string =>
  new Date(Date.parse(`${date}T${time}:00.000Z`) - OFFSET_MS).toISOString();
