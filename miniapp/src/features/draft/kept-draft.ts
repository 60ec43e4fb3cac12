import Taro from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';

const nameOf = (key: string) => `linli.draft.${key}`;

function kept<T extends object>(key: string): Partial<T> {
  try {
    return (Taro.getStorageSync(nameOf(key)) as Partial<T>) || {};
  } catch {
    return {};
  }
}

/** Forgets what was begun: it was sent. */
export function dropDraft(key: string): void {
  Taro.removeStorageSync(nameOf(key));
}

/** What somebody has begun to write or to choose, kept on the phone until it is sent. */
export function useKeptDraft<T extends object>(key: string, empty: T): [T, (part: Partial<T>) => void] {
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...kept<T>(key) }));
  const latest = useRef(draft);
  const change = useCallback(
    (part: Partial<T>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      try {
        Taro.setStorageSync(nameOf(key), latest.current);
      } catch {
        // A full storage must not keep anybody from writing.
      }
    },
    [key],
  );
  return [draft, change];
}
