import { View } from '@tarojs/components';
import { Icon } from '../../components/Icon';
import { pressable } from '../../components/pressable';
import { useElder } from '../../session/elder.store';

/** One switch for larger words and buttons; the whole row is the switch. */
export function ElderSetting() {
  const { elder, choose } = useElder();
  const turn = () => choose(!elder);
  return (
    <View className="card settings">
      <View
        className="setting"
        id="elder-switch"
        aria-role="switch"
        role="switch"
        aria-checked={elder}
        aria-label="长辈版"
        ariaLabel="长辈版"
        {...pressable(turn)}
        onClick={turn}
      >
        <View className="row grow">
          <Icon name="a-large-small" />
          <View className="grow">
            <View className="t2">长辈版，字大一些</View>
            <View className="t3">{elder ? '现在用的是大字' : '字和按钮都会变大'}</View>
          </View>
        </View>
        <View className={`switch ${elder ? 'switch-on' : ''}`}>
          <View className="switch-knob" />
        </View>
      </View>
    </View>
  );
}
