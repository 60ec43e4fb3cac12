/** Ids, numbers, codes and times: what an entry's seal may cover for ever. */
export type AuditDetails = Record<string, string | number | boolean | null>;

const LONGEST = 2_000;
const CODE = /^[\w.:+/-]{0,64}$/;
const NUMBER_OF_A_PHONE = /^(\+?86)?[- ]?(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;

/**
 * The one text of these details, the same for the same content, since it is what is sealed. Words and telephone numbers
 * would be sealed with it and could never be erased, so a caller that hands them over is a mistake and stops here.
 */
export function detailsText(details: AuditDetails): string {
  const known = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [key, value] of known) {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new Error(`audit detail ${key} is no number`);
    if (typeof value !== 'string') continue;
    if (!CODE.test(value) || NUMBER_OF_A_PHONE.test(value)) throw new Error(`audit detail ${key} is no code`);
  }
  const text = JSON.stringify(Object.fromEntries(known));
  if (text.length > LONGEST) throw new Error('audit details are too long');
  return text;
}
