import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';

interface Props {
  phone: string;
  id: string;
  /** What is called, for who cannot see it. */
  label: string;
  className: string;
  children: ReactNode;
}

/** Calls a number when it is pressed. */
export function CallLink({ phone, id, label, className, children }: Props) {
  // A browser's own link works at once, by keyboard too, and while our scripts are busy.
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a className={className} id={id} href={`tel:${phone}`} aria-label={label}>
        {children}
      </a>
    );
  }
  return (
    <View
      className={className}
      id={id}
      aria-role="button"
      role="button"
      aria-label={label}
      ariaLabel={label}
      onClick={() => void call(phone)}
    >
      {children}
    </View>
  );
}

/** WeChat refuses the promise when the person changes their mind; only when it cannot call is there something to say. */
async function call(phoneNumber: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber });
  } catch (failure) {
    const { errMsg = '' } = failure as { errMsg?: string };
    if (!errMsg.includes('cancel'))
      void Taro.showToast({ title: `没有拨出去，请自己拨 ${phoneNumber}`, icon: 'none' });
  }
}
