import type { TaskTimelineAction } from '@linli/shared';

/** As much of a timeline entry as a clock goes by. */
export interface TaskMark {
  action: TaskTimelineAction;
  at: Date;
  /** The date that was set or granted. */
  dueAt: Date | null;
}

/** One organisation's time with a task. */
export interface TaskClock {
  round: number;
  startedAt: Date;
  dueAt: Date;
  /** Null while it runs. */
  stoppedAt: Date | null;
  /** The limit had passed when something was done, whatever was granted afterwards. */
  broken: boolean;
}

/** The clocks of a task by its timeline, one for each organisation that had it. Dates are wall time: a date is a date. */
export function taskClocksOf(marks: readonly TaskMark[]): TaskClock[] {
  const clocks: TaskClock[] = [];
  for (const { action, at, dueAt } of marks) {
    const clock = clocks.at(-1);
    if (clock?.stoppedAt === null && at > clock.dueAt) clock.broken = true;
    switch (action) {
      case 'assign':
      case 'transfer':
        if (clock !== undefined) clock.stoppedAt ??= at;
        if (dueAt !== null)
          clocks.push({ round: clocks.length + 1, startedAt: at, dueAt, stoppedAt: null, broken: false });
        break;
      case 'grant_time':
        if (clock?.stoppedAt === null && dueAt !== null) clock.dueAt = dueAt;
        break;
      case 'finish':
      case 'return':
      case 'cancel':
        if (clock !== undefined) clock.stoppedAt ??= at;
        break;
    }
  }
  return clocks;
}

/** Whether the limit was passed by `now`, or before the clock stopped. Reaching it to the millisecond is in time. */
export function isTaskBroken(clock: TaskClock, now: Date): boolean {
  return clock.broken || (clock.stoppedAt ?? now) > clock.dueAt;
}
