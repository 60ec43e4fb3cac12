import Taro from '@tarojs/taro';
import { apiBase } from '../../request/api-base';
import { freshAccessToken, renewSession } from '../../request/call';
import type { Photo } from '../../request/contract';
import { offlineRefusal, Refusal, refusalFrom } from '../../request/refusal';
import { pictureData } from './picture-data';

/** An upload that has not moved for this long is given up; a slow one may take its time. Milliseconds. */
const STANDSTILL_MS = 25_000;

/** What came back from one upload; status 0 is no answer. */
interface Answer {
  status: number;
  body: unknown;
}

type Send = (
  job: { id: string; filePath: string; header: Record<string, string> },
  onProgress: (percent: number) => void,
  answer: (answer: Answer) => void,
) => { abort(): void };

/**
 * Sends one picture. The id is the phone's: sending the same picture again after a lost answer gives the same photo.
 * @param onProgress 0 to 100
 */
export async function uploadPhoto(
  id: string,
  filePath: string,
  onProgress: (percent: number) => void,
): Promise<Photo> {
  const accessToken = await freshAccessToken();
  try {
    return await once(id, filePath, accessToken, onProgress);
  } catch (error) {
    const stale = error instanceof Refusal && error.problem.status === 401 && accessToken !== undefined;
    if (!stale) throw error;
    return once(id, filePath, await renewSession(), onProgress);
  }
}

function once(
  id: string,
  filePath: string,
  accessToken: string | undefined,
  onProgress: (percent: number) => void,
): Promise<Photo> {
  const header: Record<string, string> = accessToken ? { authorization: `Bearer ${accessToken}` } : {};
  return new Promise((resolve, reject) => {
    let task: { abort(): void } | null = null;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const settle = ({ status, body }: Answer) => {
      clearTimeout(patience);
      if (status >= 200 && status < 300) {
        resolve((typeof body === 'string' ? JSON.parse(body) : body) as Photo);
      } else {
        reject(status === 0 ? offlineRefusal() : refusalFrom(status, body));
      }
    };
    const waitAgain = () => {
      clearTimeout(patience);
      patience = setTimeout(() => {
        settle({ status: 0, body: null });
        task?.abort();
      }, STANDSTILL_MS);
    };
    waitAgain();
    const send = process.env.TARO_ENV === 'h5' ? sendFromBrowser : sendFromWechat;
    task = send(
      { id, filePath, header },
      (percent) => {
        waitAgain();
        onProgress(percent);
      },
      settle,
    );
  });
}

const sendFromWechat: Send = ({ id, filePath, header }, onProgress, answer) => {
  const task = Taro.uploadFile({
    url: `${apiBase}/api/photos`,
    filePath,
    name: 'file',
    formData: { id },
    header,
    timeout: STANDSTILL_MS * 4,
    success: ({ statusCode, data }) => answer({ status: statusCode, body: data }),
    fail: () => answer({ status: 0, body: null }),
  });
  // The answer comes by the callbacks; the promise beside them must not complain a second time.
  task.catch(() => undefined);
  task.progress(({ progress }) => onProgress(progress));
  return { abort: () => task.abort() };
};

/** Taro's own upload for browsers never ends when the picture cannot be read back, so this one speaks for itself. */
const sendFromBrowser: Send = ({ id, filePath, header }, onProgress, answer) => {
  const request = new XMLHttpRequest();
  const form = new FormData();
  // The server wants the id first: it names the file that follows.
  form.append('id', id);
  form.append('file', pictureData(filePath), `${id}.jpg`);
  request.open('POST', `${apiBase}/api/photos`);
  for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
  request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
  request.onload = () => answer({ status: request.status, body: request.responseText });
  request.onerror = () => answer({ status: 0, body: null });
  request.send(form);
  return { abort: () => request.abort() };
};
