import type { DemoPeople, PhoneCodeSent, Session } from '../../request/contract';
import { send } from '../../request/send';

export const readDemoPeople = () => send<DemoPeople>('GET', '/api/auth/demo-people');

export const sendPhoneCode = (phone: string) =>
  send<PhoneCodeSent>('POST', '/api/auth/phone-codes', { body: { phone } });

export const signInByPhone = (phone: string, code: string) =>
  send<Session>('POST', '/api/auth/phone', { body: { phone, code } });

/** @param code what `wx.login` gave; good once and for five minutes */
export const signInByWechat = (code: string) => send<Session>('POST', '/api/auth/wechat', { body: { code } });

export const signInAsDemo = (key: string) => send<Session>('POST', '/api/auth/demo', { body: { key } });
