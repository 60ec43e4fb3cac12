import { record } from '../record.js';
import { isOnline, onNetwork, world } from '../world.js';
import { proxied } from './address.js';
import { failureOf, WxFail } from './calls.js';
import { getFile, putTemporary } from './files.js';

const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];
const mostAtOnce = 10;
let running = 0;
const waiting = [];

/** The three calls that use the network. Each answers a task that can be aborted. */
export const networkCalls = {
  request: (options) => start('request', options, (signal) => request(options, signal)),
  uploadFile: (options) => start('uploadFile', options, (signal, task) => upload(options, signal, task)),
  downloadFile: (options) =>
    start('downloadFile', options, (signal, task) => download(options, signal, task)),
};

/** Faults are played here, around every call, so that they look to the program as WeChat's own failures do. */
function start(name, options, send) {
  const control = new AbortController();
  const progress = new Set();
  const headers = new Set();
  const task = {
    abort: () => control.abort(new WxFail('abort')),
    onProgressUpdate: (listener) => progress.add(listener),
    offProgressUpdate: (listener) => progress.delete(listener),
    onHeadersReceived: (listener) => headers.add(listener),
    offHeadersReceived: (listener) => headers.delete(listener),
    onChunkReceived() {},
    offChunkReceived() {},
  };
  const tellers = {
    progress: (event) => {
      for (const listener of progress) listener(event);
    },
    headers: (header) => {
      for (const listener of headers) listener({ header });
    },
  };
  const note = {
    method: options.method ?? (name === 'uploadFile' ? 'POST' : 'GET'),
    url: options.url,
    kind: name,
    status: 0,
  };
  record.requests.push(note);
  const outcome = perform(options, control, (signal) => send(signal, tellers)).then(
    (result) => ({ ok: true, result: { ...result, errMsg: `${name}:ok` } }),
    (error) => ({ ok: false, result: { errno: 600001, ...failureOf(name, error) } }),
  );
  outcome.then(({ ok, result }) => {
    note.status = result.statusCode ?? 0;
    if (!ok) note.failed = result.errMsg;
    setTimeout(() => {
      try {
        (ok ? options.success : options.fail)?.(result);
      } finally {
        options.complete?.(result);
      }
    });
  });
  if (options.success || options.fail || options.complete) return task;
  return Object.assign(
    outcome.then(({ ok, result }) => (ok ? result : Promise.reject(result))),
    task,
  );
}

async function perform(options, control, send) {
  const { signal } = control;
  const timeout = setTimeout(
    () => control.abort(new WxFail('timeout', { errno: 5 })),
    options.timeout ?? 60000,
  );
  const stopWatching = onNetwork(() => {
    if (!isOnline()) control.abort(new WxFail('net::ERR_INTERNET_DISCONNECTED'));
  });
  await turn();
  try {
    if (!isOnline()) throw new WxFail('net::ERR_INTERNET_DISCONNECTED');
    const { mode, delayMs = 1500, afterMs = 300 } = world.network;
    if (mode === 'slow') await pause(delayMs, signal);
    if (mode === 'timeout')
      await pause(afterMs, signal).then(() => Promise.reject(new WxFail('timeout', { errno: 5 })));
    const result = await send(signal);
    if (mode === 'lost-answer') throw new WxFail('timeout', { errno: 5 });
    return result;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(timeout);
    stopWatching();
    running -= 1;
    waiting.shift()?.();
  }
}

/** WeChat runs ten calls at once; the eleventh waits. */
async function turn() {
  if (running >= mostAtOnce) await new Promise((resolve) => waiting.push(resolve));
  running += 1;
  record.mostRequestsAtOnce = Math.max(record.mostRequestsAtOnce, running + waiting.length);
}

const pause = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

function checkUrl(url) {
  if (!/^https?:\/\//.test(url ?? '')) throw new WxFail(`invalid url "${url}"`);
}

async function request(
  { url, data, header = {}, method = 'GET', dataType = 'json', responseType = 'text' },
  signal,
) {
  checkUrl(url);
  const verb = method.toUpperCase();
  if (!methods.includes(verb)) throw new WxFail(`invalid method "${method}"`);
  const sent = { 'content-type': 'application/json', ...lowerCased(header) };
  const inAddress = verb === 'GET' || verb === 'HEAD';
  const address = proxied(inAddress ? withQuery(url, data) : url);
  const answer = await reach(
    fetch(address, { method: verb, headers: sent, body: inAddress ? undefined : bodyOf(data, sent), signal }),
  );
  const bytes = await answer.arrayBuffer();
  return {
    statusCode: answer.status,
    header: headerOf(answer.headers),
    cookies: [],
    data: responseType === 'arraybuffer' ? bytes : parsed(bytes, dataType),
  };
}

async function reach(fetching) {
  let answer;
  try {
    answer = await fetching;
  } catch (error) {
    throw error instanceof WxFail ? error : new WxFail(`net::ERR_FAILED ${error.message}`);
  }
  if (answer.headers.has('x-stage-unreachable')) throw new WxFail('net::ERR_CONNECTION_REFUSED');
  return answer;
}

const lowerCased = (header) =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]));
const headerOf = (headers) => Object.fromEntries([...headers]);

function withQuery(url, data) {
  if (!data || typeof data !== 'object') return url;
  const query = form(data);
  if (!query) return url;
  return url + (url.includes('?') ? '&' : '?') + query;
}

const form = (data) =>
  Object.entries(data)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : value)}`,
    )
    .join('&');

function bodyOf(data, header) {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  return /urlencoded/.test(header['content-type']) ? form(data) : JSON.stringify(data);
}

function parsed(bytes, dataType) {
  const text = new TextDecoder().decode(bytes);
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** XMLHttpRequest, because it alone tells how much has been sent. Form fields go before the file, as WeChat sends them. */
async function upload({ url, filePath, name, formData = {}, header = {} }, signal, tell) {
  checkUrl(url);
  const blob = getFile(filePath);
  const body = new FormData();
  for (const [field, value] of Object.entries(formData)) body.append(field, String(value));
  body.append(name, blob, filePath.split('/').pop());
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', proxied(url));
    for (const [field, value] of Object.entries(lowerCased(header)))
      if (field !== 'content-type') call.setRequestHeader(field, value);
    call.upload.onprogress = ({ loaded, total }) =>
      tell.progress({
        progress: Math.round((loaded / total) * 100),
        totalBytesSent: loaded,
        totalBytesExpectedToSend: total,
      });
    call.onload = () =>
      call.getResponseHeader('x-stage-unreachable')
        ? reject(new WxFail('net::ERR_CONNECTION_REFUSED'))
        : resolve({ statusCode: call.status, data: call.responseText });
    call.onerror = () => reject(new WxFail('net::ERR_FAILED'));
    signal.addEventListener('abort', () => {
      call.abort();
      reject(signal.reason);
    });
    call.send(body);
  });
}

async function download({ url, header = {} }, signal, tell) {
  checkUrl(url);
  const answer = await reach(fetch(proxied(url), { headers: lowerCased(header), signal }));
  const blob = await answer.blob();
  tell.progress({ progress: 100, totalBytesWritten: blob.size, totalBytesExpectedToWrite: blob.size });
  return { statusCode: answer.status, tempFilePath: putTemporary(blob, blob.type.split('/')[1] ?? 'bin') };
}
