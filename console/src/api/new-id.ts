import { uuidv7 } from '@linli/shared';

/** The id of something this browser is about to create or do; sending it twice counts once. */
export function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
