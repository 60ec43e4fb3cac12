import Taro from '@tarojs/taro';

export interface KeptAnswer<T> {
  seenAtMs: number;
  answer: T;
}

const PREFIX = 'linli.seen.';
/** How many answers a phone keeps; the ones seen longest ago go first. */
const MOST_KEPT = 60;

/** Keeps the last good answer on the phone, so that a screen without a network shows what was seen and when. */
export function keepAnswer<T>(key: string, answer: T): void {
  try {
    Taro.setStorageSync(PREFIX + key, { seenAtMs: Date.now(), answer } satisfies KeptAnswer<T>);
    dropOldest();
  } catch {
    // A full storage must never break a screen that has its answer.
  }
}

function dropOldest(): void {
  const keys = Taro.getStorageInfoSync().keys.filter((name) => name.startsWith(PREFIX));
  if (keys.length <= MOST_KEPT) return;
  const seenAtMs = (name: string) => (Taro.getStorageSync(name) as KeptAnswer<unknown>).seenAtMs;
  const newestFirst = keys.sort((a, b) => seenAtMs(b) - seenAtMs(a));
  for (const name of newestFirst.slice(MOST_KEPT)) Taro.removeStorageSync(name);
}

export function keptAnswer<T>(key: string): KeptAnswer<T> | undefined {
  try {
    return (Taro.getStorageSync(PREFIX + key) as KeptAnswer<T>) || undefined;
  } catch {
    return undefined;
  }
}

/** What one person saw is not left for the next. */
export function dropKeptAnswers(): void {
  for (const key of Taro.getStorageInfoSync().keys) if (key.startsWith(PREFIX)) Taro.removeStorageSync(key);
}
