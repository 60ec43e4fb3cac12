import { publicApi } from '../api/public-client';
import { endSession, readSession } from './session.store';

/** Leaves at once on this machine; the server is told, but a dead network must not keep anyone signed in. */
export function signOut(): void {
  const refreshToken = readSession()?.refreshToken;
  endSession('signed-out');
  if (refreshToken) publicApi.POST('/api/auth/logout', { body: { refreshToken } }).catch(() => undefined);
}
