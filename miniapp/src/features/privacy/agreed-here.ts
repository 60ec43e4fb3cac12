import { agreementHolds, PRIVACY_NOTICE } from '@linli/shared';
import Taro from '@tarojs/taro';

const KEY = 'linli.privacy-notice';

/** Whether somebody on this phone said yes to the notice, and no version since asks again: it is shown before the first thing is sent. */
export function agreedHere(): boolean {
  try {
    return agreementHolds(Taro.getStorageSync(KEY) || null);
  } catch {
    return false;
  }
}

export function rememberAgreedHere(): void {
  Taro.setStorageSync(KEY, PRIVACY_NOTICE.version);
}

/** Who takes it back here is asked again. */
export function forgetAgreedHere(): void {
  Taro.removeStorageSync(KEY);
}
