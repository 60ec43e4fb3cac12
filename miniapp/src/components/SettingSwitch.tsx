import { View } from '@tarojs/components';
import { Icon } from './Icon';
import { pressable } from './pressable';

interface Props {
  id: string;
  /** What it is called by who cannot see it. */
  label: string;
  words: string;
  note?: string;
  icon?: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}

/** One thing that is on or off; the whole row is the switch. */
export function SettingSwitch({ id, label, words, note, icon, on, onTurn }: Props) {
  const turn = () => onTurn(!on);
  return (
    <View
      className="setting"
      id={id}
      aria-role="switch"
      role="switch"
      aria-checked={on}
      aria-label={label}
      ariaLabel={label}
      {...pressable(turn)}
      onClick={turn}
    >
      <View className="row grow">
        {icon ? <Icon name={icon} /> : null}
        <View className="grow">
          <View className={icon ? 't2' : ''}>{words}</View>
          {note ? <View className="t3">{note}</View> : null}
        </View>
      </View>
      <View className={`switch ${on ? 'switch-on' : ''}`}>
        <View className="switch-knob" />
      </View>
    </View>
  );
}
