import { View } from '@tarojs/components';
import { SettingSwitch } from '../../components/SettingSwitch';
import { useElder } from '../../session/elder.store';

/** One switch for larger words and buttons. */
export function ElderSetting() {
  const { elder, choose } = useElder();
  return (
    <View className="card settings">
      <SettingSwitch
        id="elder-switch"
        label="长辈版"
        words="长辈版"
        note={elder ? '现在用的是大字' : '字和按钮都会变大'}
        icon="a-large-small"
        on={elder}
        onTurn={choose}
      />
    </View>
  );
}
