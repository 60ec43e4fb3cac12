/** How long entries are kept; what is older goes, and the root of its last day stays. */
const KEPT_YEARS = 3;

/** From when on entries are kept, as of now. */
export function keptSince(now: Date): Date {
  const since = new Date(now);
  since.setUTCFullYear(since.getUTCFullYear() - KEPT_YEARS);
  return since;
}
