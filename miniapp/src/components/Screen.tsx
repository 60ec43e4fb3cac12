import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { NoticeGate } from '../features/privacy/NoticeGate';
import { WechatConsentSheet } from '../features/privacy/WechatConsentSheet';
import { useElder } from '../session/elder.store';
import { BrowserBar } from './BrowserBar';
import { isTab, TabBar } from './TabBar';

interface Props {
  children: ReactNode;
  foot?: ReactNode;
  /** Here one reads the privacy notice itself, so it does not lie over the page. */
  noticeApart?: boolean;
}

/** The ground of every page: sizes, colours, the tabs and elder mode come from here. `foot` stays at the thumb. */
export function Screen({ children, foot, noticeApart = false }: Props) {
  const elder = useElder((state) => state.elder);
  const { path } = useRouter();
  const tab = isTab(path);
  return (
    <View className={elder ? 'elder' : ''}>
      {tab ? null : <BrowserBar />}
      <View className={`screen ${foot ? 'screen-with-foot' : ''} ${tab ? 'screen-with-tabs' : ''}`}>
        {children}
      </View>
      {foot ? <View className="foot">{foot}</View> : null}
      {noticeApart ? null : <NoticeGate />}
      <WechatConsentSheet />
      {tab ? <TabBar path={path} /> : null}
    </View>
  );
}
