import { refreshSession } from '../session/refresh-session';
import { readSession } from '../session/session.store';
import type { Photo } from './contract';
import { asProblem, UNREACHABLE } from './problem';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** XMLHttpRequest, because `fetch` cannot tell how much of a body has gone up. */
function post(
  id: string,
  file: File,
  token: string,
  onProgress: (share: number) => void,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/photos');
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = (e) => e.lengthComputable && onProgress(e.loaded / e.total);
    request.onload = () => resolve({ status: request.status, body: parsed(request.responseText) });
    request.onerror = () => reject(UNREACHABLE);
    const form = new FormData();
    // The server reads the id first, to know whether it has this photo already.
    form.append('id', id);
    form.append('file', file);
    request.send(form);
  });
}

/** Sends one photo under an id made here: trying again sends the same id and cannot store it twice. */
export async function uploadPhoto(
  id: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Photo> {
  const token = readSession()?.accessToken ?? '';
  let answer = await post(id, file, token, onProgress);
  if (answer.status === 401) {
    const renewed = await refreshSession(token);
    if (renewed && renewed !== 'unreachable') answer = await post(id, file, renewed.accessToken, onProgress);
  }
  if (answer.status >= 400) throw asProblem(answer.body);
  return answer.body as Photo;
}
