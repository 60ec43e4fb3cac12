import { momentWords } from '@linli/shared';
import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../../components/Icon';
import { pressable } from '../../components/pressable';
import { calendarParts, type DueChoice, dayAt, fromCalendar } from './due-choices';

interface Props {
  /** Each choice is `<id>-<choice>`. */
  id: string;
  label: string;
  choices: DueChoice[];
  nowMs: number;
  value: string | null;
  onChoose: (dueAt: string) => void;
}

/** By when: one tap for the usual, a calendar and a clock for anything else. */
export function DueField({ id, label, choices, nowMs, value, onChoose }: Props) {
  const [tapped, setTapped] = useState<string | null>(
    () => choices.find(({ dueAt }) => dueAt === value)?.id ?? null,
  );
  const { date, time } = calendarParts(value ?? dayAt(nowMs, 1));
  const choose = (next: string, by: string | null) => {
    setTapped(by);
    onChoose(next);
  };
  return (
    <View className="col-s" id={id}>
      <View className="t2">{label}</View>
      <View className="pick-row" aria-role="radiogroup" role="radiogroup" aria-label={label}>
        {choices.map((choice) => {
          const chosen = tapped === choice.id;
          const tap = () => choose(choice.dueAt, choice.id);
          return (
            <View
              key={choice.id}
              id={`${id}-${choice.id}`}
              className={`pick ${chosen ? 'pick-on' : ''}`}
              aria-role="radio"
              role="radio"
              aria-checked={chosen}
              {...pressable(tap)}
              onClick={tap}
            >
              {choice.words}
            </View>
          );
        })}
        <Picker
          mode="date"
          value={date}
          start={calendarParts(new Date(nowMs).toISOString()).date}
          onChange={(event) => choose(fromCalendar(event.detail.value, time), null)}
        >
          <View className="pick" id={`${id}-date`}>
            <Icon name="calendar-clock" small />
            <View>选日子</View>
          </View>
        </Picker>
      </View>
      {value === null ? null : (
        <View className="row wrap">
          <View className="grow soft" id={`${id}-said`}>
            {momentWords(value, nowMs)} 前
          </View>
          <Picker
            mode="time"
            value={time}
            onChange={(event) => choose(fromCalendar(date, event.detail.value), null)}
          >
            <View className="pick" id={`${id}-time`}>
              <Icon name="clock" small />
              <View>改钟点</View>
            </View>
          </Picker>
        </View>
      )}
    </View>
  );
}
