import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useElder } from '../session/elder.store';

/** The ground of every page: sizes, colours and elder mode come from here. `foot` stays at the thumb. */
export function Screen({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  const elder = useElder((state) => state.elder);
  return (
    <View className={elder ? 'elder' : ''}>
      <View className={`screen ${foot ? 'screen-with-foot' : ''}`}>{children}</View>
      {foot ? <View className="foot">{foot}</View> : null}
    </View>
  );
}
