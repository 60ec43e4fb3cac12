/** What people write between the digits of a number, and the country's prefix before them. */
const BETWEEN = /[\s\-－—()（）.]/g;
const COUNTRY = /^(\+|00)86/;
const MOBILE = /^1[3-9]\d{9}$/;
const SERVICE = /^[48]00\d{7}$/;
/** Beijing and the codes that begin with 02 have three digits and numbers of eight; all others have four. */
const LANDLINE = /^(010|02\d)([1-9]\d{7})$|^(0[3-9]\d{2})([1-9]\d{6,7})$/;

/** A number of mainland China that any telephone here can call, as its digits alone; null when it is none. */
export function callablePhone(text: string): string | null {
  const digits = text.normalize('NFKC').replace(BETWEEN, '').replace(COUNTRY, '');
  return MOBILE.test(digits) || SERVICE.test(digits) || LANDLINE.test(digits) ? digits : null;
}

/** A callable number as it is read aloud, in groups. */
export function phoneWords(digits: string): string {
  if (MOBILE.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  if (SERVICE.test(digits)) return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  const [, short, longNumber, code = short, number = longNumber] = LANDLINE.exec(digits) ?? [];
  return code === undefined ? digits : `${code}-${number}`;
}

/** Said wherever a number is refused. */
export const CALLABLE_PHONE_WORDS = '请填 11 位手机号，或者带区号的座机号，如 0546-8123456';
