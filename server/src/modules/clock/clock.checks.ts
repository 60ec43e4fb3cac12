import type { FieldError } from '../../platform/http/problem.js';
import { type ExceptionalDay, type ServiceWindow, type WeeklyWindow, WorkingTime } from './working-time.js';

const YEAR_DAYS = 365;
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** What is wrong with the windows of a week; nothing when they are well. */
export function serviceHoursErrors(windows: readonly WeeklyWindow[]): FieldError[] {
  if (windows.length === 0) return [{ field: 'serviceHours', message: '至少要有一段服务时间' }];
  return windows.flatMap((window, index) => {
    const earlier = windows.slice(0, index).filter(({ weekday }) => weekday === window.weekday);
    const message = windowError(window, earlier);
    const day = `周${WEEKDAYS[window.weekday - 1] ?? ''}`;
    return message === null ? [] : [{ field: `serviceHours.${index}`, message: `${day}：${message}` }];
  });
}

/** What is wrong with a list of exceptional days; nothing when they are well. */
export function calendarErrors(days: readonly ExceptionalDay[]): FieldError[] {
  const seen = new Set<string>();
  return days.flatMap(({ date, kind, windows }, index) => {
    const field = `days.${index}`;
    const wrong = (message: string): FieldError[] => [{ field, message }];
    if (!isDate(date)) return wrong(`没有 ${date} 这一天`);
    if (seen.has(date)) return wrong(`${date} 写了两次`);
    seen.add(date);
    if (windows === undefined) return [];
    if (kind === 'holiday') return wrong(`${date} 放假，不能再写服务时间`);
    const message = windows
      .map((window, place) => windowError(window, windows.slice(0, place)))
      .find((found) => found !== null);
    return message == null ? [] : wrong(`${date}：${message}`);
  });
}

/** Whether a limit runs out within a year of such weeks; a working calendar's holidays then still leave enough of ten. */
export function withinReach(
  serviceHours: readonly WeeklyWindow[] | null,
  minutes: number,
  now: Date,
): boolean {
  if (serviceHours === null) return true;
  const nextYear = new Date(now.getTime() + YEAR_DAYS * 86_400_000);
  return new WorkingTime(serviceHours, []).workingMinutesBetween(now, nextYear) >= minutes;
}

function windowError(window: ServiceWindow, others: readonly ServiceWindow[]): string | null {
  if (window.toMinute <= window.fromMinute) return '结束要晚于开始';
  const overlaps = others.some(
    (other) => window.fromMinute < other.toMinute && other.fromMinute < window.toMinute,
  );
  return overlaps ? '两段时间重叠了' : null;
}

function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === date;
}
