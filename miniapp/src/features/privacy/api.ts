import type { Age, ConsentKind } from '@linli/shared';
import { PRIVACY_NOTICE } from '@linli/shared';
import { get, post } from '../../request/call';
import type {
  ExportLinks,
  GuardedChildren,
  GuardianAgrees,
  Holdings,
  MyPrivacy,
  PhoneCodeSent,
  Session,
} from '../../request/contract';
import { newId } from '../../request/new-id';
import { send } from '../../request/send';

const way = process.env.TARO_ENV === 'weapp' ? ('miniapp' as const) : ('browser' as const);

const agreement = (age: Age) => ({ id: newId(), version: PRIVACY_NOTICE.version, age, way });

/** As whoever is signed in. */
export const agree = (age: Age) => post<MyPrivacy>('/api/me/privacy/agreement', agreement(age));

/** As whoever this session is of, before anything else is done with it. */
export const agreeIn = (session: Session, age: Age) =>
  send<MyPrivacy>('POST', '/api/me/privacy/agreement', {
    body: agreement(age),
    accessToken: session.accessToken,
  });

export const readMyPrivacy = () => get<MyPrivacy>('/api/me/privacy');

export const readHoldings = () => get<Holdings>('/api/me/privacy/holdings');

export const changeConsent = (kind: ConsentKind, given: boolean, id: string) =>
  post<MyPrivacy>(`/api/me/privacy/consents/${kind}`, { id, given, way });

export const changeMyName = (name: string) => post<MyPrivacy>('/api/me/privacy/name', { name });

export const sendNewPhoneCode = (phone: string) =>
  post<PhoneCodeSent>('/api/me/privacy/phone/codes', { phone });

export const changeMyPhone = (phone: string, code: string) =>
  post<MyPrivacy>('/api/me/privacy/phone', { phone, code });

export const askForExport = (id: string) => post<ExportLinks>('/api/me/privacy/exports', { id });

export const askToLeave = (id: string) => post<MyPrivacy>('/api/me/privacy/erasure', { id });

/** @param id of the leaving that is taken back */
export const stay = (id: string) => post<MyPrivacy>('/api/me/privacy/erasure/cancel', { id });

/** To the guardian's phone, asked for by the child. */
export const askGuardianForCode = (phone: string) =>
  post<PhoneCodeSent>('/api/me/privacy/guardian/codes', { phone });

export const guardianAgrees = (consent: GuardianAgrees) =>
  post<MyPrivacy>('/api/me/privacy/guardian', consent);

/** A guardian has no account here: these ask as nobody. */
export const sendGuardianCode = (phone: string) =>
  send<PhoneCodeSent>('POST', '/api/privacy/guardian/codes', { body: { phone } });

export const readGuardedChildren = (phone: string, code: string) =>
  send<GuardedChildren>('POST', '/api/privacy/guardian/children', { body: { phone, code } });

export const withdrawGuardianConsent = (ticket: string, id: string) =>
  send<void>('POST', '/api/privacy/guardian/withdraw', { body: { ticket, id } });
