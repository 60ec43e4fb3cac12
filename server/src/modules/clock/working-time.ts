/** A stretch of one day in which clocks run, in minutes after midnight; the end is not part of it. */
export interface ServiceWindow {
  fromMinute: number;
  toMinute: number;
}

/** A window of every week; 1 is Monday, 7 is Sunday. */
export interface WeeklyWindow extends ServiceWindow {
  weekday: number;
}

/** A day that is not what its weekday says. */
export interface ExceptionalDay {
  /** 2026-02-14, in Asia/Shanghai. */
  date: string;
  kind: 'holiday' | 'workday';
  name: string;
  /** Only for a workday that keeps hours of its own. */
  windows?: ServiceWindow[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** Asia/Shanghai has had no summer time since 1991, so that every day is as long as every other. */
const OFFSET_MS = 480 * MINUTE_MS;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;
const WORKING_WEEKDAYS = [1, 2, 3, 4, 5];
/** Ten years: no limit that was let in reaches further, so going beyond is a mistake and must not go on for ever. */
const LOOK_AHEAD_DAYS = 3_653;

/**
 * The time that counts: the windows of each weekday, without holidays, with the days worked in their place.
 * Without service hours every minute counts and the calendar does not matter.
 */
export class WorkingTime {
  private readonly week: ServiceWindow[][] | null;
  private readonly exceptions = new Map<number, ServiceWindow[]>();

  constructor(serviceHours: readonly WeeklyWindow[] | null, days: readonly ExceptionalDay[]) {
    this.week = serviceHours === null ? null : weekOf(serviceHours);
    for (const day of days) {
      const windows = day.kind === 'holiday' ? [] : sorted(day.windows ?? this.usualWorkday());
      this.exceptions.set(Date.parse(`${day.date}T00:00:00Z`) / DAY_MS, windows);
    }
  }

  /** The first moment by which this many minutes have counted since `from`. */
  addWorkingMinutes(from: Date, minutes: number): Date {
    let left = Math.round(minutes * MINUTE_MS);
    if (left <= 0) return new Date(from);
    if (this.week === null) return new Date(from.getTime() + left);
    const start = from.getTime() + OFFSET_MS;
    const firstDay = Math.floor(start / DAY_MS);
    for (let day = firstDay; day <= firstDay + LOOK_AHEAD_DAYS; day++) {
      for (const window of this.windowsOf(day)) {
        const opens = Math.max(start, day * DAY_MS + window.fromMinute * MINUTE_MS);
        const closes = day * DAY_MS + window.toMinute * MINUTE_MS;
        if (closes <= opens) continue;
        if (left <= closes - opens) return new Date(opens + left - OFFSET_MS);
        left -= closes - opens;
      }
    }
    throw new Error(
      `${minutes} working minutes after ${from.toISOString()} are more than the service hours give in ${LOOK_AHEAD_DAYS} days`,
    );
  }

  /** How many minutes counted between two moments, with their fraction; none when the second is not after the first. */
  workingMinutesBetween(from: Date, to: Date): number {
    if (to <= from) return 0;
    if (this.week === null) return (to.getTime() - from.getTime()) / MINUTE_MS;
    const [start, end] = [from.getTime() + OFFSET_MS, to.getTime() + OFFSET_MS];
    let counted = 0;
    for (let day = Math.floor(start / DAY_MS); day * DAY_MS < end; day++) {
      for (const window of this.windowsOf(day)) {
        const opens = Math.max(start, day * DAY_MS + window.fromMinute * MINUTE_MS);
        const closes = Math.min(end, day * DAY_MS + window.toMinute * MINUTE_MS);
        counted += Math.max(0, closes - opens);
      }
    }
    return counted / MINUTE_MS;
  }

  private windowsOf(day: number): readonly ServiceWindow[] {
    return this.exceptions.get(day) ?? this.week?.[(day + FIRST_WEEKDAY - 1) % 7] ?? [];
  }

  /**
   * A 调休 Saturday or Sunday is worked like a normal Monday, unless the calendar lists hours for that very day;
   * where Mondays are not served, like the first day from Tuesday to Friday that is.
   */
  private usualWorkday(): readonly ServiceWindow[] {
    return (
      WORKING_WEEKDAYS.map((weekday) => this.week?.[weekday - 1] ?? []).find(({ length }) => length > 0) ?? []
    );
  }
}

function weekOf(serviceHours: readonly WeeklyWindow[]): ServiceWindow[][] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    sorted(serviceHours.filter((window) => window.weekday === weekday)),
  );
}

function sorted(windows: readonly ServiceWindow[]): ServiceWindow[] {
  return [...windows].sort((one, other) => one.fromMinute - other.fromMinute);
}
