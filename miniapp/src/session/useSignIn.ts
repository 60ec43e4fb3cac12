import Taro from '@tarojs/taro';
import type { Session } from '../request/contract';
import { dropKeptAnswers } from '../request/kept-answers';
import { queryClient } from '../request/query-client';
import { send } from '../request/send';
import { arriveAtWork } from './arrive-at-work';
import { useSession } from './session.store';

const LAST_PERSON = 'linli.last-person';
const SIGN_IN_PAGE = '/pages/sign-in/index';

/** Sends the person to sign in; the sign-in page comes back here by itself. */
export function goSignIn(): void {
  void Taro.navigateTo({ url: SIGN_IN_PAGE });
}

/** Remembers who signed in, and forgets what was read as somebody else. */
export function signedIn(session: Session): void {
  if (Taro.getStorageSync(LAST_PERSON) !== session.me.id) {
    dropKeptAnswers();
    queryClient.clear();
    Taro.setStorageSync(LAST_PERSON, session.me.id);
  }
  useSession.getState().keep(session);
  arriveAtWork(session.me);
  void queryClient.invalidateQueries();
}

/** Signs out here at once; the server hears of it when it can. */
export function signOut(): void {
  const { session, drop } = useSession.getState();
  drop();
  dropKeptAnswers();
  queryClient.clear();
  if (session) {
    void send('POST', '/api/auth/logout', { body: { refreshToken: session.refreshToken } }).catch(
      () => undefined,
    );
  }
}
