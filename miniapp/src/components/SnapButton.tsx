import { View } from '@tarojs/components';
import { Icon } from './Icon';
import { goReport } from './places';
import { pressable } from './pressable';

/** The one big thing to press: 随手拍. */
export function SnapButton({ words = '拍一张，5 分钟内有人回应' }: { words?: string }) {
  return (
    <View
      id="snap"
      className="snap"
      hoverClass="btn-pressed"
      aria-role="button"
      role="button"
      {...pressable(goReport)}
      onClick={goReport}
    >
      <View className="snap-mark">
        <Icon name="camera" />
      </View>
      <View className="grow">
        <View className="snap-words">随手拍</View>
        <View>{words}</View>
      </View>
      <Icon name="chevron-right" />
    </View>
  );
}
