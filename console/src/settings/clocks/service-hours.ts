export interface WeeklyWindow {
  weekday: number;
  fromMinute: number;
  toMinute: number;
}

/** Monday first; the place in the list plus one is the weekday's number. */
export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

const WINDOW = /^(\d{1,2})[:：](\d{2})\s*[-–—~～至到]\s*(\d{1,2})[:：](\d{2})$/;
const two = (n: number) => String(n).padStart(2, '0');
const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function minuteOf(hours: string, minutes: string): number | null {
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= 1440 ? minute : null;
}

/** 「9:00-12:00，14:00-18:00」 as windows of a weekday; null when it cannot be read. Nothing written: no service. */
export function readDay(weekday: number, text: string): WeeklyWindow[] | null {
  const windows: WeeklyWindow[] = [];
  for (const part of text.split(/[,，、;；\s]+/).filter(Boolean)) {
    const [, h1 = '', m1 = '', h2 = '', m2 = ''] = WINDOW.exec(part) ?? [];
    const [fromMinute, toMinute] = [minuteOf(h1, m1), minuteOf(h2, m2)];
    if (h1 === '' || fromMinute === null || toMinute === null || toMinute <= fromMinute) return null;
    windows.push({ weekday, fromMinute, toMinute });
  }
  return windows;
}

export function writeDay(windows: readonly WeeklyWindow[], weekday: number): string {
  return windows
    .filter((window) => window.weekday === weekday)
    .sort((a, b) => a.fromMinute - b.fromMinute)
    .map(({ fromMinute, toMinute }) => `${clock(fromMinute)}-${clock(toMinute)}`)
    .join('，');
}

/** A week in one line: days alike and beside each other are said together. */
export function weekWords(windows: readonly WeeklyWindow[] | null): string {
  if (windows === null) return '全天';
  const said: { from: number; to: number; hours: string }[] = [];
  for (const index of WEEKDAYS.keys()) {
    const hours = writeDay(windows, index + 1);
    const last = said.at(-1);
    if (last && last.hours === hours && last.to === index - 1) last.to = index;
    else said.push({ from: index, to: index, hours });
  }
  return said
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) => `${WEEKDAYS[from]}${to > from ? `到${WEEKDAYS[to]}` : ''} ${hours}`)
    .join('；');
}
