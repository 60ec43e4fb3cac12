import { momentWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Icon } from './Icon';

/** Says that what is on screen is from before the connection went, and from when. */
export function OfflineBanner({ seenAtMs }: { seenAtMs: number | undefined }) {
  if (seenAtMs === undefined) return null;
  return (
    <View className="offline" aria-role="alert" role="alert">
      <Icon name="cloud-off" small />
      <View>连不上，看到的是 {momentWords(new Date(seenAtMs).toISOString(), Date.now())} 的</View>
    </View>
  );
}
