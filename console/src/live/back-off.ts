const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/** How long to wait before the next try, growing with each that failed; spread out, so that not all desks return at once. */
export function waitBeforeTry(failures: number, random: number): number {
  const longest = Math.min(MOST_MS, FIRST_MS * 2 ** failures);
  return Math.round(longest * (0.5 + random / 2));
}
