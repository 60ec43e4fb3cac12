/** Letters and digits that are not mistaken for one another on a worn sheet or over the telephone: no 0 O Q, 1 I L, Z, 5 S, 8 B, U V. */
export const READABLE_ALPHABET = '234679ACDEFGHJKMNPRTWXY';

/** The code as it is kept, or null when it cannot be one. Small letters, spaces and hyphens are how people type. */
export function readCode(text: string, chars: number): string | null {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  const wellFormed = code.length === chars && [...code].every((one) => READABLE_ALPHABET.includes(one));
  return wellFormed ? code : null;
}

/** Draws a code by `randomBelow(n)`, a whole number from 0 to n - 1. */
export function drawCode(chars: number, randomBelow: (limit: number) => number): string {
  return Array.from({ length: chars }, () => READABLE_ALPHABET[randomBelow(READABLE_ALPHABET.length)]).join(
    '',
  );
}
