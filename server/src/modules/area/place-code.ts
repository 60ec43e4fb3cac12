import { LIMITS } from '@linli/shared';

/** Letters and digits that are not mistaken for one another on a worn sheet: no 0 O Q, 1 I L, Z, 5 S, 8 B, U V. */
export const PLACE_CODE_ALPHABET = '234679ACDEFGHJKMNPRTWXY';

const WELL_FORMED = new RegExp(`^[${PLACE_CODE_ALPHABET}]{${LIMITS.placeCodeChars}}$`);

/** The code as it is kept, or null when it cannot be one. Small letters, spaces and hyphens are how people type. */
export function readPlaceCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  return WELL_FORMED.test(code) ? code : null;
}

/** Draws a code by `randomBelow(n)`, a whole number from 0 to n - 1. */
export function drawPlaceCode(randomBelow: (limit: number) => number): string {
  return Array.from(
    { length: LIMITS.placeCodeChars },
    () => PLACE_CODE_ALPHABET[randomBelow(PLACE_CODE_ALPHABET.length)],
  ).join('');
}
