import { refreshSession } from '../session/refresh-session';
import { readSession } from '../session/session.store';
import { problemResponse, UNREACHABLE, withProblemBody } from './problem';

async function send(request: Request, accessToken: string | undefined): Promise<Response> {
  if (accessToken) request.headers.set('authorization', `Bearer ${accessToken}`);
  try {
    return await withProblemBody(await fetch(request));
  } catch (error) {
    // An abandoned request is not a failure: whoever abandoned it wants to know it as such.
    if (request.signal.aborted) throw error;
    return problemResponse(UNREACHABLE);
  }
}

/** `fetch` as the person who is signed in. A refused token is renewed once and the request repeated, unnoticed. */
export async function authorizedFetch(request: Request): Promise<Response> {
  const token = readSession()?.accessToken;
  // A body can be read once only, so the copy is made before sending.
  const again = token ? request.clone() : null;
  const response = await send(request, token);
  if (response.status !== 401 || !token || !again) return response;
  const renewed = await refreshSession(token);
  return renewed === 'unreachable'
    ? problemResponse(UNREACHABLE)
    : renewed
      ? send(again, renewed.accessToken)
      : response;
}
