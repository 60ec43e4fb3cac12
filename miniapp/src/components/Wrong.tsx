import { View } from '@tarojs/components';
import { Icon } from './Icon';

/** What is wrong with one field, beside it. */
export function Wrong({ words }: { words: string | undefined }) {
  if (!words) return null;
  return (
    <View className="wrong" aria-role="alert" role="alert">
      <Icon name="circle-alert" small />
      <View>{words}</View>
    </View>
  );
}
