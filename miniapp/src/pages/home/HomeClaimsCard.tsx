import { View } from '@tarojs/components';
import { Icon } from '../../components/Icon';
import { goHomeClaims } from '../../components/places';
import { pressable } from '../../components/pressable';
import { useWaitingClaims } from '../../features/household/hooks';

/** For who confirms neighbours: how many wait. Nothing waits, nothing is shown. */
export function HomeClaimsCard() {
  const { first } = useWaitingClaims();
  if (!first || first.waiting === 0) return null;
  return (
    <View
      className="card row between"
      id="home-claims-card"
      aria-role="link"
      role="link"
      {...pressable(goHomeClaims)}
      onClick={goHomeClaims}
    >
      <View className="row grow">
        <Icon name="users-round" />
        <View className="grow">
          <View className="t2">{first.waiting} 位邻居等您确认</View>
          <View className="t3">看看是不是住这里</View>
        </View>
      </View>
      <Icon name="chevron-right" small />
    </View>
  );
}
