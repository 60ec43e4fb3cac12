import { Refusal, sentence } from '../../request/refusal';

export interface PhoneFaults {
  phone?: string;
  code?: string;
  /** What belongs to no field. */
  form?: string;
}

const MOBILE = /^1[3-9]\d{9}$/;
const CODE = /^\d{6}$/;

export function phoneFault(phone: string): PhoneFaults | null {
  return MOBILE.test(phone) ? null : { phone: '请写 11 位手机号' };
}

export function codeFault(code: string): PhoneFaults | null {
  return CODE.test(code) ? null : { code: '请写 6 位验证码' };
}

/** What the server refused, beside the field it is about. */
export function faultsOf(error: unknown): PhoneFaults {
  if (!(error instanceof Refusal)) return { form: sentence(error) };
  const fields = Object.fromEntries(
    (error.problem.errors ?? []).map(({ field, message }) => [field, message]),
  );
  if (fields.phone || fields.code) return { phone: fields.phone, code: fields.code };
  if (error.code.startsWith('auth/code-')) return { code: sentence(error) };
  return { form: sentence(error) };
}
