import { dayOf } from './audit-rows.js';

/** How long entries are kept; what is older goes, but for the last of it, which says where the rest begins. */
const KEPT_YEARS = 3;

/** The day from which on entries are kept, as of now. */
export function keptSince(now: Date): string {
  const since = new Date(now);
  since.setUTCFullYear(since.getUTCFullYear() - KEPT_YEARS);
  return dayOf(since);
}
