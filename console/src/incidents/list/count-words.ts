import { LIMITS } from '@linli/shared';

/** The server counts no further than this, and nobody needs to know by how much it is more. */
export function countWords(count: number): string {
  return count < LIMITS.listCountMax ? String(count) : `${LIMITS.listCountMax - 1}+`;
}
