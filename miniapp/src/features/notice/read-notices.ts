import Taro from '@tarojs/taro';
import { create } from 'zustand';

const KEY = 'linli.notices.read';
/** Notices are over after weeks; those read long ago need not be known any more. */
const MOST = 300;

interface ReadNotices {
  /** Who read what on this phone; of who is not signed in only the notice. */
  entries: readonly string[];
  mark(personId: string | null, noticeId: string): void;
}

export const readBy = (personId: string | null, noticeId: string) => `${personId ?? ''}:${noticeId}`;

function stored(): string[] {
  try {
    return (Taro.getStorageSync(KEY) as string[]) || [];
  } catch {
    return [];
  }
}

/** What was read on this phone, also by who is not signed in, and before the server has heard of it. */
export const useReadNotices = create<ReadNotices>((set, get) => ({
  entries: stored(),
  mark: (personId, noticeId) => {
    const entry = readBy(personId, noticeId);
    if (get().entries.includes(entry)) return;
    const entries = [entry, ...get().entries].slice(0, MOST);
    set({ entries });
    try {
      Taro.setStorageSync(KEY, entries);
    } catch {
      // A full storage must not keep anybody from reading.
    }
  },
}));
