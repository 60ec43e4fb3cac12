const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in Shanghai, which has had no summer time since 1991. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The moment the day of `at` began in Shanghai. */
export function startOfShanghaiDay(at: Date): Date {
  return new Date(Date.parse(`${shanghaiDay(at)}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}
