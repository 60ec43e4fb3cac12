import Taro from '@tarojs/taro';
import { create } from 'zustand';

const KEY = 'linli.here';

/** The place this phone is "in": a community, and the place whose code was scanned when there was one. */
export interface Here {
  communityId: string;
  communityName: string;
  gridName: string | null;
  /** The printed code that brought us here. */
  placeCode: string | null;
  placeLabel: string | null;
}

interface HereState {
  here: Here | null;
  arrive(here: Here): void;
  /** Forgets the printed code that was scanned; the community stays. */
  leavePlace(): void;
}

function stored(): Here | null {
  try {
    return (Taro.getStorageSync(KEY) as Here) || null;
  } catch {
    return null;
  }
}

export const useHere = create<HereState>((set, get) => ({
  here: stored(),
  arrive: (here) => {
    Taro.setStorageSync(KEY, here);
    set({ here });
  },
  leavePlace: () => {
    const { here, arrive } = get();
    if (here) arrive({ ...here, gridName: null, placeCode: null, placeLabel: null });
  },
}));
