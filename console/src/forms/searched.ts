import { meansLabel } from '@linli/shared';
import type { ReactNode } from 'react';

/** How every list of choices is searched: an address as people type it, without the spaces it is drawn with. */
export const SEARCHED = {
  filterOption: (typed: string, option?: { label?: ReactNode }) =>
    meansLabel(typed, String(option?.label ?? '')),
};
