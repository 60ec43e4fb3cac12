import { View } from '@tarojs/components';
import { useElder } from '../session/elder.store';
import { Icon } from './Icon';
import { goReport } from './places';
import { pressable } from './pressable';

/** The one big thing to press: 随手拍. */
export function SnapButton({ words }: { words?: string }) {
  const elder = useElder((state) => state.elder);
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
        <View>{words ?? (elder ? '看到了，拍一张' : '拍一张，5 分钟内有人回应')}</View>
      </View>
      <Icon name="chevron-right" />
    </View>
  );
}
