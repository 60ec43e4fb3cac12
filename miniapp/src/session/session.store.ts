import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { Me, Session } from '../request/contract';

const KEY = 'linli.session';

interface SessionState {
  session: Session | null;
  keep(session: Session): void;
  drop(): void;
}

function stored(): Session | null {
  try {
    return (Taro.getStorageSync(KEY) as Session) || null;
  } catch {
    return null;
  }
}

/** Who is signed in on this phone; survives closing the app. */
export const useSession = create<SessionState>((set) => ({
  session: stored(),
  keep: (session) => {
    Taro.setStorageSync(KEY, session);
    set({ session });
  },
  drop: () => {
    Taro.removeStorageSync(KEY);
    set({ session: null });
  },
}));

export const useMe = (): Me | null => useSession((state) => state.session?.me ?? null);

export const useSignedIn = (): boolean => useSession((state) => state.session !== null);
