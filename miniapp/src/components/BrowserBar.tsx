import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Icon } from './Icon';
import { goBack } from './places';
import { pressable } from './pressable';

/** The bar with the way back and the page's name. WeChat draws its own; a browser has none. */
export function BrowserBar() {
  if (process.env.TARO_ENV !== 'h5') return null;
  const title = Taro.getCurrentInstance().page?.config?.navigationBarTitleText ?? '';
  return (
    <View className="browser-bar">
      <View
        className="browser-back"
        aria-role="button"
        role="button"
        aria-label="返回"
        ariaLabel="返回"
        {...pressable(goBack)}
        onClick={goBack}
      >
        <Icon name="chevron-left" />
      </View>
      <View className="t1">{title}</View>
    </View>
  );
}
