import Taro from '@tarojs/taro';
import { create } from 'zustand';

/** The button of WeChat's own that says yes: WeChat believes a yes only when it names the button that was tapped. */
export const AGREE_BUTTON = 'wechat-privacy-agree';

type Answer = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0];

interface WechatConsentState {
  /** What waits for the person's word, each a call of ours that WeChat holds back. */
  waiting: Answer[];
  answer(agreed: boolean): void;
}

/** Before WeChat hands over a place, a picture or a voice it asks for a yes to its guideline, once on a phone. */
export const useWechatConsent = create<WechatConsentState>((set, get) => ({
  waiting: [],
  answer: (agreed) => {
    const { waiting } = get();
    set({ waiting: [] });
    for (const resolve of waiting)
      resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' });
  },
}));

/** Without this WeChat shows a window of its own, in small print. */
export function askInOurWords(): void {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.onNeedPrivacyAuthorization) return;
  Taro.onNeedPrivacyAuthorization((resolve) => {
    resolve({ event: 'exposureAuthorization' });
    useWechatConsent.setState(({ waiting }) => ({ waiting: [...waiting, resolve] }));
  });
}
