import { WxFail } from './calls.js';

/**
 * The phone's files. Temporary ones (`http://tmp/…`) live as long as the program runs, saved ones (`wxfile://usr/…`,
 * `wxfile://store_…`) outlive it: they are kept in IndexedDB. All are in memory, so that synchronous reads work.
 */
const blobs = new Map();
const urls = new Map();
let database = null;
export const userDir = 'wxfile://usr';

export async function openFiles() {
  database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('stage-files', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('files');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const store = database.transaction('files').objectStore('files');
  const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
  keys.forEach((key, i) => {
    blobs.set(key, values[i]);
  });
}

const result = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const isKept = (path) => /^(?:wxfile|album):\/\//.test(path);

export function putFile(path, blob) {
  blobs.set(path, blob);
  URL.revokeObjectURL(urls.get(path));
  urls.delete(path);
  if (isKept(path)) database.transaction('files', 'readwrite').objectStore('files').put(blob, path);
}

export function putTemporary(blob, extension) {
  const path = `http://tmp/${crypto.randomUUID().replaceAll('-', '')}.${extension}`;
  putFile(path, blob);
  return path;
}

export function getFile(path) {
  const blob = blobs.get(path);
  if (!blob) throw new WxFail(`file not found: ${path}`);
  return blob;
}

export function removeFile(path) {
  getFile(path);
  blobs.delete(path);
  if (isKept(path)) database.transaction('files', 'readwrite').objectStore('files').delete(path);
}

/** What deleting the mini-program deletes; the album is the phone's and stays. */
export function wipeFiles() {
  for (const path of filePaths()) if (path.startsWith('wxfile://')) removeFile(path);
}

export const filePaths = () => [...blobs.keys()];

/** What the page can show a file by; undefined when the path is not one of the phone's files. */
export function fileUrl(path) {
  if (!blobs.has(path)) return undefined;
  if (!urls.has(path)) urls.set(path, URL.createObjectURL(blobs.get(path)));
  return urls.get(path);
}

export const isPhoneFile = (path) => /^(?:http:\/\/tmp\/|wxfile:\/\/)/.test(path);
