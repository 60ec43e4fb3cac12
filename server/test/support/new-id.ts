import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@linli/shared';

/** An id as a phone would make it. */
export function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}
