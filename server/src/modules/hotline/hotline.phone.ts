/** A mobile number, or a landline with its area code. */
export const CALLERS_PHONE = /^(1[3-9]\d{9}|0\d{2,3}\d{7,8})$/;

/** The digits alone: people write numbers with spaces, dashes, brackets and +86. */
export function digitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-–—()]/g, '')
    .replace(/^(\+|00)86/, '');
}
