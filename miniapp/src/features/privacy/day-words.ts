const SHANGHAI_MS = 8 * 3_600_000;

/** A day as it is said: 2026 年 11 月 5 日. */
export function dayWords(moment: string): string {
  const date = new Date(Date.parse(moment) + SHANGHAI_MS);
  return `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日`;
}
