/** A mobile number of mainland China, as 11 digits. */
export const MOBILE = /^1[3-9]\d{9}$/;

/** A name made by `nameForPhone`. */
export const UNKNOWN_NAME = /^邻居[0-9]{4}$/;

/** What a resident whose name we do not know yet is called. */
export function nameForPhone(phone: string): string {
  return `邻居${phone.slice(-4)}`;
}
