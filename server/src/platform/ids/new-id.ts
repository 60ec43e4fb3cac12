import { randomFillSync } from 'node:crypto';
import { uuidv7 } from '@linli/shared';

const BYTES_PER_ID = 10;
/** Asking the machine for randomness costs the same for many ids as for one. Each byte is used once. */
const randomness = new Uint8Array(BYTES_PER_ID * 128);
let used = randomness.length;

/** An id for a row that the server itself creates. */
export function newId(now: Date): string {
  if (used === randomness.length) {
    randomFillSync(randomness);
    used = 0;
  }
  used += BYTES_PER_ID;
  return uuidv7(now.getTime(), randomness.subarray(used - BYTES_PER_ID, used));
}
