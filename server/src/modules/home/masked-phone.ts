/** 138****0001, and of a number with an area code as much: enough to know it by, too little to call it. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
