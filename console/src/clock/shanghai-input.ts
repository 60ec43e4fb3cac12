const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A moment as a date-and-time field writes it, in Shanghai whatever the computer's own zone is: `2026-11-22T18:00`. */
export function toDateTimeInput(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 16);
}

/** What a date-and-time field holds, read as Shanghai's time; null while it is not whole. */
export function fromDateTimeInput(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const ms = Date.parse(`${text.slice(0, 16)}:00.000+08:00`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** 18:00 in Shanghai, `days` days after today. */
export function eveningAfter(days: number, nowMs: number): number {
  const today = Math.floor((nowMs + OFFSET_MS) / DAY_MS);
  return (today + days) * DAY_MS - OFFSET_MS + 18 * HOUR_MS;
}
