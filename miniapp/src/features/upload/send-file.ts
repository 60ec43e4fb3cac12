import Taro from '@tarojs/taro';
import { afterNotice } from '../../request/after-notice';
import { apiBase } from '../../request/api-base';
import { freshAccessToken, renewSession } from '../../request/call';
import { offlineRefusal, Refusal, refusalFrom } from '../../request/refusal';

/** An upload that has not moved for this long is given up; a slow one may take its time. Milliseconds. */
const STANDSTILL_MS = 25_000;

/** What came back from one upload; status 0 is no answer. */
interface Answer {
  status: number;
  body: unknown;
}

/** A file on its way, and to where. */
export interface Outgoing {
  path: '/api/photos' | '/api/voices';
  /** The phone's: sending the same file again after a lost answer gives the same thing. */
  id: string;
  /** Where WeChat finds the file. */
  filePath: string;
  /** What a browser sends; read only when it is sent. */
  bytes: () => Blob;
  fileName: string;
}

type Send = (
  job: Outgoing & { header: Record<string, string> },
  onProgress: (percent: number) => void,
  answer: (answer: Answer) => void,
) => { abort(): void };

/**
 * Sends one file and gives back what the server made of it.
 * @param onProgress 0 to 100
 */
export const sendFile = <T>(file: Outgoing, onProgress: (percent: number) => void): Promise<T> =>
  afterNotice(() => sendOnce<T>(file, onProgress));

async function sendOnce<T>(file: Outgoing, onProgress: (percent: number) => void): Promise<T> {
  const accessToken = await freshAccessToken();
  try {
    return await once(file, accessToken, onProgress);
  } catch (error) {
    const stale = error instanceof Refusal && error.problem.status === 401 && accessToken !== undefined;
    if (!stale) throw error;
    return once(file, await renewSession(), onProgress);
  }
}

function once<T>(
  file: Outgoing,
  accessToken: string | undefined,
  onProgress: (percent: number) => void,
): Promise<T> {
  const header: Record<string, string> = accessToken ? { authorization: `Bearer ${accessToken}` } : {};
  return new Promise((resolve, reject) => {
    let task: { abort(): void } | null = null;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const settle = ({ status, body }: Answer) => {
      clearTimeout(patience);
      if (status >= 200 && status < 300) {
        resolve((typeof body === 'string' ? JSON.parse(body) : body) as T);
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
      { ...file, header },
      (percent) => {
        waitAgain();
        onProgress(percent);
      },
      settle,
    );
  });
}

const sendFromWechat: Send = ({ path, id, filePath, header }, onProgress, answer) => {
  const task = Taro.uploadFile({
    url: `${apiBase}${path}`,
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

/** Taro's own upload for browsers never ends when the file cannot be read back, so this one speaks for itself. */
const sendFromBrowser: Send = ({ path, id, bytes, fileName, header }, onProgress, answer) => {
  const request = new XMLHttpRequest();
  const form = new FormData();
  // The server wants the id first: it names the file that follows.
  form.append('id', id);
  form.append('file', bytes(), fileName);
  request.open('POST', `${apiBase}${path}`);
  for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
  request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100));
  request.onload = () => answer({ status: request.status, body: request.responseText });
  request.onerror = () => answer({ status: 0, body: null });
  request.send(form);
  return { abort: () => request.abort() };
};
