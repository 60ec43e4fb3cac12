/** A mobile number of mainland China, as 11 digits. */
export const MOBILE = /^1[3-9]\d{9}$/;

/** 138****0001, and of a number with an area code as much: enough to know it by, too little to call it. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** A name made by `nameForPhone`. */
export const UNKNOWN_NAME = /^邻居[0-9]{4}$/;

/** What a resident whose name we do not know yet is called. */
export function nameForPhone(phone: string): string {
  return `邻居${phone.slice(-4)}`;
}
