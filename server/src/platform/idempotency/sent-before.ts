import { isDuplicate } from '../database/database.errors.js';
import { idUsedDifferently } from './idempotency.errors.js';

/** What is kept of a thing that was done under an id made by a client. */
export interface DoneOnce {
  /** Null: nobody sent it, the system did it. */
  actorPersonId: string | null;
  requestHash: string;
}

/**
 * Whether this very thing was done already, so that the first result stands; one id for two things is refused. The
 * caller holds the lock under which the first was done, so whoever sent it first has finished.
 */
export function doneBefore(before: DoneOnce | null, personId: string, hash: string): boolean {
  if (before === null) return false;
  if (before.actorPersonId === personId && before.requestHash === hash) return true;
  throw idUsedDifferently();
}

/** Refuses an id that raced in on something else, which no lock here could have shown. */
export async function withIdsUsedOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDuplicate(error)) throw idUsedDifferently();
    throw error;
  }
}
