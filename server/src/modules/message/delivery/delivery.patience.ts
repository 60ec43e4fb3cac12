/** How long to wait before each further try. After the last one it is given up and shown to the admins. */
const WAITS_MS = [5_000, 15_000, 60_000, 3 * 60_000, 10 * 60_000, 30 * 60_000];

/** A claim is given back by itself after this long; longer than the slowest call with a renewed token. */
export const CLAIM_MS = 30_000;

/** The time of the next try after so many; null when it was the last. `atLeastMs` is what the other side asked for. */
export function nextTry(attempts: number, now: Date, atLeastMs = 0): Date | null {
  const wait = WAITS_MS[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + Math.max(wait, atLeastMs));
}
