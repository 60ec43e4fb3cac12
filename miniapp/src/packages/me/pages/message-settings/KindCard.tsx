import { View } from '@tarojs/components';
import { SettingSwitch } from '../../../../components/SettingSwitch';
import type { MessageSettings } from '../../../../request/contract';

type Channel = MessageSettings['channels'][number];

interface Props {
  setting: MessageSettings['kinds'][number];
  channels: Channel[];
  onTurn: (channel: Channel['channel'], on: boolean) => void;
}

/** One kind of message with the ways it can take. What cannot be switched says so instead of pretending. */
export function KindCard({ setting: { kind, label, urgent, channels: ways }, channels, onTurn }: Props) {
  const labelOf = (channel: Channel['channel']) =>
    channels.find((one) => one.channel === channel)?.label ?? channel;
  return (
    <View className="card settings">
      <View className="t2">{label}</View>
      {urgent ? <View className="t3">急事，夜里也会提醒</View> : null}
      <View className="setting">
        <View>消息</View>
        <View className="t3">一直有</View>
      </View>
      {ways.map(({ channel, on, switchable }) =>
        switchable ? (
          <SettingSwitch
            key={channel}
            id={`turn-${kind}-${channel}`}
            label={`${label}，${labelOf(channel)}`}
            words={labelOf(channel)}
            on={on}
            onTurn={(now) => onTurn(channel, now)}
          />
        ) : (
          <View className="setting" key={channel}>
            <View>{labelOf(channel)}</View>
            <View className="t3">{on ? '一直有' : '没有'}</View>
          </View>
        ),
      )}
    </View>
  );
}
