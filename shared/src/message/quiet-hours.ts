const OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** From the first clock time to the second, in Asia/Shanghai; over midnight when the second is not later. */
export interface QuietHours {
  from: string;
  to: string;
}

export const DEFAULT_QUIET_HOURS: QuietHours = { from: '22:00', to: '07:00' };

/** `HH:mm`, from 00:00 to 23:59. */
export const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * The first moment at or after `at` at which somebody may be rung: `at` itself outside quiet hours, else their end.
 * Equal times mean no quiet hours at all, since a whole day of them would never let anything through.
 */
export function afterQuietHours(at: Date, quiet: QuietHours | null): Date {
  if (quiet === null || quiet.from === quiet.to) return at;
  const from = minuteOf(quiet.from);
  const length = (minuteOf(quiet.to) - from + DAY_MINUTES) % DAY_MINUTES;
  const sinceMidnight = (at.getTime() + OFFSET_MS) % (DAY_MINUTES * MINUTE_MS);
  const sinceFrom = (sinceMidnight - from * MINUTE_MS + DAY_MINUTES * MINUTE_MS) % (DAY_MINUTES * MINUTE_MS);
  if (sinceFrom >= length * MINUTE_MS) return at;
  return new Date(at.getTime() - sinceFrom + length * MINUTE_MS);
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
