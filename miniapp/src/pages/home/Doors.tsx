import { View } from '@tarojs/components';
import { Icon } from '../../components/Icon';
import { goMine } from '../../components/places';
import { pressable } from '../../components/pressable';

/** The doors off the home screen; only those that lead somewhere. */
export function Doors() {
  return (
    <View className="card">
      <View
        className="door"
        id="door-mine"
        aria-role="link"
        role="link"
        {...pressable(goMine)}
        onClick={goMine}
      >
        <View className="door-mark">
          <Icon name="inbox" />
        </View>
        <View className="grow">
          <View className="t2">我的事</View>
          <View className="t3">我报的，办到哪了</View>
        </View>
        <Icon name="chevron-right" small />
      </View>
    </View>
  );
}
