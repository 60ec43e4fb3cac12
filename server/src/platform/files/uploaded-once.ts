import { isDuplicate } from '../database/database.errors.js';
import { idUsedDifferently } from '../idempotency/idempotency.errors.js';

/** What tells an upload sent again from another under the same id. */
export interface UploadedOnce {
  id: string;
  ownerPersonId: string;
  /** SHA-256 of the file as it was sent. */
  requestHash: string;
}

/** The same file from the same person is the first result; anything else under its id is refused. */
export function sameUpload<T extends UploadedOnce>(first: T, again: UploadedOnce): T {
  if (first.ownerPersonId === again.ownerPersonId && first.requestHash === again.requestHash) return first;
  throw idUsedDifferently();
}

/** Writes down a file that is stored already. Whoever loses a race for the id leaves no trace, unless it is the same file. */
export async function recordOnce<T extends UploadedOnce>(
  row: T,
  steps: { insert: () => Promise<unknown>; find: () => Promise<T | null>; discard: () => Promise<unknown> },
): Promise<T> {
  try {
    await steps.insert();
    return row;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await steps.find();
    if (first === null) throw error;
    if (first.requestHash !== row.requestHash) await steps.discard();
    return sameUpload(first, row);
  }
}
