import { uuidv7 } from '@linli/shared';

/** A fresh id for something this phone makes. Ids need be unlikely to meet, not secret, so Math.random will do. */
export function newId(): string {
  const random = new Uint8Array(10);
  for (let i = 0; i < random.length; i++) random[i] = Math.floor(Math.random() * 256);
  return uuidv7(Date.now(), random);
}
