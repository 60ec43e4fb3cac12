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
    const left = Taro.getStorageSync(KEY) as Session | '';
    return left ? asToday(left) : null;
  } catch {
    return null;
  }
}

/** What an older version left on this phone, or an older server says, lacks what is known of somebody now. */
function asToday(left: Session): Session {
  return { ...left, me: { ...left.me, onLeave: left.me.onLeave ?? [] } };
}

/** Who is signed in on this phone; survives closing the app. */
export const useSession = create<SessionState>((set) => ({
  session: stored(),
  keep: (told) => {
    const session = asToday(told);
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
