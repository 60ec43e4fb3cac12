import { asyncCalls, WxFail } from './calls.js';

/** Kept in the browser's localStorage, so a reload of the stage finds it as a reopened mini-program would. */
const prefix = 'weapp:';
const mostForOne = 1024 * 1024;
const mostForAll = 10 * 1024 * 1024;

const ownKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
const totalLength = () => ownKeys().reduce((sum, key) => sum + localStorage[key].length, 0);

function set(key, data) {
  if (typeof key !== 'string' || key === '')
    throw new WxFail('parameter error: parameter.key should be String');
  const text = JSON.stringify({ data }) ?? '{}';
  if (text.length > mostForOne) throw new WxFail('entry size limit reached');
  if (totalLength() + text.length > mostForAll) throw new WxFail('exceed storage max size 10Mb');
  localStorage.setItem(prefix + key, text);
}

function get(key) {
  const text = localStorage.getItem(prefix + key);
  return text === null ? undefined : JSON.parse(text).data;
}

export function wipeStorage() {
  for (const key of ownKeys()) localStorage.removeItem(key);
}

const info = () => ({
  keys: ownKeys().map((key) => key.slice(prefix.length)),
  currentSize: Math.ceil(totalLength() / 1024),
  limitSize: mostForAll / 1024,
});

/** The synchronous calls throw what the asynchronous ones fail with. */
const sync =
  (name, run) =>
  (...args) => {
    try {
      return run(...args);
    } catch (error) {
      throw new Error(`${name}:fail ${error.message}`);
    }
  };

export const storageCalls = {
  setStorageSync: sync('setStorageSync', set),
  getStorageSync: sync('getStorageSync', (key) => get(key) ?? ''),
  removeStorageSync: sync('removeStorageSync', (key) => localStorage.removeItem(prefix + key)),
  clearStorageSync: wipeStorage,
  getStorageInfoSync: info,
  batchSetStorageSync: sync('batchSetStorageSync', (entries) => {
    for (const { key, value } of entries) set(key, value);
  }),
  batchGetStorageSync: sync('batchGetStorageSync', (keys) => keys.map((key) => get(key) ?? '')),
  ...asyncCalls({
    setStorage: ({ key, data }) => set(key, data),
    getStorage({ key }) {
      const data = get(key);
      if (data === undefined) throw new WxFail('data not found');
      return { data };
    },
    removeStorage: ({ key }) => localStorage.removeItem(prefix + key),
    clearStorage: () => wipeStorage(),
    getStorageInfo: info,
  }),
};
