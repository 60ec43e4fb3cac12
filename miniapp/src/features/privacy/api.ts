import type { Age, ConsentKind } from '@linli/shared';
import { PRIVACY_NOTICE } from '@linli/shared';
import { get, post } from '../../request/call';
import type { Holdings, MyPrivacy, Session } from '../../request/contract';
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
