import Taro from '@tarojs/taro';
import { create } from 'zustand';

const KEY = 'linli.elder';
/** WeChat's text size from which we take it that large text is wanted (its standard is 16 or 17). */
const LARGE_TEXT_PX = 20;

interface ElderState {
  elder: boolean;
  choose(elder: boolean): void;
}

function first(): boolean {
  try {
    const chosen = Taro.getStorageSync(KEY);
    if (chosen === 'on') return true;
    if (chosen === 'off') return false;
    const info = Taro.getAppBaseInfo?.() as { fontSizeSetting?: number } | undefined;
    return (info?.fontSizeSetting ?? 0) >= LARGE_TEXT_PX;
  } catch {
    return false;
  }
}

/** Elder mode: what the person chose, else what WeChat's own large-text setting says. */
export const useElder = create<ElderState>((set) => ({
  elder: first(),
  choose: (elder) => {
    Taro.setStorageSync(KEY, elder ? 'on' : 'off');
    set({ elder });
  },
}));
