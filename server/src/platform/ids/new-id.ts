import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@linli/shared';

/** An id for a row that the server itself creates. */
export function newId(now: Date): string {
  return uuidv7(now.getTime(), randomBytes(10));
}
