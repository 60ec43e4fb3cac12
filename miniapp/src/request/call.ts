import { useSession } from '../session/session.store';
import { afterNotice } from './after-notice';
import type { Session } from './contract';
import { Refusal } from './refusal';
import { type Method, type Query, send } from './send';

/** A token this close to its end is renewed before it is used; milliseconds. */
const RENEW_BEFORE_MS = 30_000;

let renewing: Promise<string | undefined> | null = null;

/** Renews the session once, however many requests ask at the same time. Undefined: signed out. */
export function renewSession(): Promise<string | undefined> {
  renewing ??= (async () => {
    const { session, keep, drop } = useSession.getState();
    if (session === null) return undefined;
    try {
      const next = await send<Session>('POST', '/api/auth/refresh', {
        body: { refreshToken: session.refreshToken },
      });
      // Somebody may have signed in or out meanwhile; theirs is the session that counts.
      const now = useSession.getState().session;
      if (now?.refreshToken !== session.refreshToken) return now?.accessToken;
      keep(next);
      return next.accessToken;
    } catch (error) {
      // Without an answer the session may still be good: it is kept, and the request fails as offline.
      if (error instanceof Refusal && error.problem.status === 401) {
        if (useSession.getState().session?.refreshToken === session.refreshToken) drop();
        return useSession.getState().session?.accessToken;
      }
      throw error;
    }
  })().finally(() => {
    renewing = null;
  });
  return renewing;
}

/** The access token to send now; renewed when it is about to end. Undefined: signed out. */
export async function freshAccessToken(): Promise<string | undefined> {
  const { session } = useSession.getState();
  if (session === null) return undefined;
  if (Date.parse(session.accessExpiresAt) - Date.now() > RENEW_BEFORE_MS) return session.accessToken;
  return renewSession();
}

interface Asked {
  query?: Query;
  body?: object;
}

/** One request as whoever is signed in, who may have to agree to the notice first. */
const call = <T>(method: Method, path: string, asked: Asked = {}): Promise<T> =>
  afterNotice(() => callOnce<T>(method, path, asked));

/** A token the server no longer takes is renewed once. */
async function callOnce<T>(method: Method, path: string, asked: Asked): Promise<T> {
  const accessToken = await freshAccessToken();
  try {
    return await send<T>(method, path, { ...asked, accessToken });
  } catch (error) {
    const stale = error instanceof Refusal && error.problem.status === 401 && accessToken !== undefined;
    if (!stale) throw error;
    // Without a session it is asked as a stranger: what anyone may read is shown, the rest is refused with its own words.
    return send<T>(method, path, { ...asked, accessToken: await renewSession() });
  }
}

export const get = <T>(path: string, query?: Query) => call<T>('GET', path, query ? { query } : {});
export const post = <T>(path: string, body: object) => call<T>('POST', path, { body });
export const put = <T>(path: string, body?: object) => call<T>('PUT', path, body ? { body } : {});
export const remove = <T>(path: string) => call<T>('DELETE', path);
