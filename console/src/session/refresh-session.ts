import type { Session } from '../api/contract';
import { publicApi } from '../api/public-client';
import { endSession, readSession, saveSession } from './session.store';

type Renewal = Session | 'unreachable' | null;

let underWay: Promise<Renewal> | null = null;

async function renew(refusedToken: string): Promise<Renewal> {
  const session = readSession();
  if (!session) return null;
  // Another tab was quicker; its token is good for us too.
  if (session.accessToken !== refusedToken) return session;
  try {
    const { data, response } = await publicApi.POST('/api/auth/refresh', {
      body: { refreshToken: session.refreshToken },
    });
    if (data) {
      saveSession(data);
      return data;
    }
    if (response.status >= 500 || response.status === 429) return 'unreachable';
  } catch {
    return 'unreachable';
  }
  endSession('expired');
  return null;
}

/**
 * Renews the session after the server refused `refusedToken`. A refresh token is good once only, and using it twice ends
 * the session, so there is one renewal at a time: in this tab by the promise, across tabs by a lock where the browser has it.
 */
export function refreshSession(refusedToken: string): Promise<Renewal> {
  const locked = async (): Promise<Renewal> =>
    navigator.locks
      ? await navigator.locks.request('linli.console.refresh', () => renew(refusedToken))
      : renew(refusedToken);
  underWay ??= locked().finally(() => {
    underWay = null;
  });
  return underWay;
}
