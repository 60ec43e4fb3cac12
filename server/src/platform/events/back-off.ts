/**
 * After this many tries an event is dead: a person looks at it. The waits between them add up to about two minutes,
 * since a failing event keeps what happened later to the same subject waiting behind it.
 */
export const MAX_ATTEMPTS = 8;

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** How long to wait after the nth failure. `random` in [0, 1) keeps many that failed together from coming back together. */
export function backOffMs(attempts: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 30));
  return Math.round(full / 2 + (full / 2) * random);
}
