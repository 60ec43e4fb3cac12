import Taro from '@tarojs/taro';
import { forgetWechatFile } from '../upload/wechat-file';

const DATABASE = 'linli-voices';
const STORE = 'voices';
/** What a browser has recorded since it was opened, so that a private window without a database can still send it. */
const inMemory = new Map<string, Blob>();

/** A browser's own database, since a minute of sound would fill the place where drafts are kept. */
export async function keepInBrowser(path: string, sound: Blob): Promise<void> {
  inMemory.set(path, sound);
  await inStore('readwrite', (store) => store.put(sound, path)).catch(() => undefined);
}

/** Whether the recording of a draft is still on this phone; in a browser it is read back for playing and sending. */
export async function isStillThere(path: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') {
    return new Promise((resolve) => {
      Taro.getFileSystemManager().access({
        path,
        success: () => resolve(true),
        fail: () => resolve(false),
      });
    });
  }
  if (inMemory.has(path)) return true;
  const sound = await inStore<unknown>('readonly', (store) => store.get(path)).catch(() => undefined);
  if (!(sound instanceof Blob)) return false;
  inMemory.set(path, sound);
  return true;
}

/** What a browser sends. */
export function browserBytes(path: string): Blob {
  const sound = inMemory.get(path);
  if (sound === undefined) throw new Error('the recording was not read back');
  return sound;
}

/** Gives back the room of a recording that is no longer wanted. */
export function forgetRecording(path: string): void {
  if (process.env.TARO_ENV !== 'h5') {
    forgetWechatFile(path);
    return;
  }
  inMemory.delete(path);
  void inStore('readwrite', (store) => store.delete(path)).catch(() => undefined);
}

function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const asking = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        database.close();
        resolve(asking.result);
      };
      transaction.onabort = () => {
        database.close();
        reject(transaction.error);
      };
    };
  });
}
