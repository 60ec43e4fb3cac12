import type { MyPrivacy } from '../../request/contract';

/** The numbers one signs in with, masked. What an older version left on this phone, read while the network is gone, has none. */
export function myPhones(mine: Pick<MyPrivacy, 'maskedPhones'> | undefined): string[] {
  return mine?.maskedPhones ?? [];
}
