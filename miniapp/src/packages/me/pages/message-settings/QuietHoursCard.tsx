import { DEFAULT_QUIET_HOURS, type QuietHours } from '@linli/shared';
import { Picker, View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import { SettingSwitch } from '../../../../components/SettingSwitch';

interface Props {
  quietHours: QuietHours | null;
  /** What comes through all the same. */
  urgent: string[];
  onChange: (quietHours: QuietHours | null) => void;
}

/** From when to when nothing rings. What comes meanwhile waits until the end. */
export function QuietHoursCard({ quietHours, urgent, onChange }: Props) {
  const turn = (on: boolean) => onChange(on ? DEFAULT_QUIET_HOURS : null);
  return (
    <View className="card settings">
      <SettingSwitch
        id="quiet-hours"
        label="安静时间"
        words="安静时间"
        note={quietHours ? '这段时间先不响，到点再告诉您' : '什么时候都可以提醒'}
        icon="bell-off"
        on={quietHours !== null}
        onTurn={turn}
      />
      {quietHours ? (
        <>
          <Hour
            id="quiet-from"
            words="从"
            value={quietHours.from}
            onPick={(from) => onChange({ ...quietHours, from })}
          />
          <Hour
            id="quiet-to"
            words={quietHours.from > quietHours.to ? '到第二天' : '到'}
            value={quietHours.to}
            onPick={(to) => onChange({ ...quietHours, to })}
          />
          {urgent.length > 0 ? <View className="t3">{urgent.join('、')}除外</View> : null}
        </>
      ) : null}
    </View>
  );
}

interface HourProps {
  id: string;
  words: string;
  value: string;
  onPick: (value: string) => void;
}

function Hour({ id, words, value, onPick }: HourProps) {
  return (
    <Picker mode="time" value={value} onChange={({ detail }) => onPick(String(detail.value))}>
      <View className="setting" id={id} aria-label={`${words} ${value}`} ariaLabel={`${words} ${value}`}>
        <View>{words}</View>
        <View className="row-s">
          <View className="t2">{value}</View>
          <Icon name="chevron-right" small />
        </View>
      </View>
    </Picker>
  );
}
