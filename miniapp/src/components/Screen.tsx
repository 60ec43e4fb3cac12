import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useElder } from '../session/elder.store';
import { BrowserBar } from './BrowserBar';
import { isTab, TabBar } from './TabBar';

/** The ground of every page: sizes, colours, the tabs and elder mode come from here. `foot` stays at the thumb. */
export function Screen({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
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
      {tab ? <TabBar path={path} /> : null}
    </View>
  );
}
