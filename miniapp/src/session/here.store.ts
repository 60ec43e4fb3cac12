import Taro from '@tarojs/taro';
import { create } from 'zustand';

const KEY = 'linli.here';

/** The place this phone is "in": a community, and the place whose code was scanned when there was one. */
export interface Here {
  communityId: string;
  communityName: string;
  /** The grid that was scanned or chosen; without one the community is all that is known. */
  gridId: string | null;
  gridName: string | null;
  /** The printed code that brought us here. */
  placeCode: string | null;
  placeLabel: string | null;
}

interface HereState {
  here: Here | null;
  arrive(here: Here): void;
  /** Says in which grid of the community one lives; a code scanned elsewhere is forgotten. */
  settle(grid: { id: string; name: string }): void;
  /** Forgets the printed code that was scanned; the community stays. */
  leavePlace(): void;
}

function stored(): Here | null {
  try {
    const here = Taro.getStorageSync(KEY) as Here | '';
    // What an older version left on this phone names its grid without the id.
    return here ? { ...here, gridId: here.gridId ?? null } : null;
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
  settle: ({ id, name }) => {
    const { here, arrive } = get();
    if (here) arrive({ ...here, gridId: id, gridName: name, placeCode: null, placeLabel: null });
  },
  leavePlace: () => {
    const { here, arrive } = get();
    if (here) arrive({ ...here, gridId: null, gridName: null, placeCode: null, placeLabel: null });
  },
}));
