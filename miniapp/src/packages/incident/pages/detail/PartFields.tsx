import { View } from '@tarojs/components';
import { Icon } from '../../../../components/Icon';
import { pressable } from '../../../../components/pressable';
import { WordsField } from '../../../../components/WordsField';
import { Wrong } from '../../../../components/Wrong';
import { DueField } from '../../../../features/due/DueField';
import { taskChoices } from '../../../../features/due/due-choices';
import type { Part } from './dispatch-draft';

interface Props {
  number: number;
  name: string;
  part: Part;
  nowMs: number;
  faults: { due?: string; note?: string };
  /** Null where leading is not asked: there is one helper, or somebody leads already. */
  lead: boolean | null;
  onLead: () => void;
  onChange: (part: Partial<Part>) => void;
}

/** What one organisation is asked to do, by when, and whether it leads. */
export function PartFields({ number, name, part, nowMs, faults, lead, onLead, onChange }: Props) {
  return (
    <View className="part col">
      <View className="row between wrap">
        <View className="grow t2">{name}</View>
        {lead === null ? null : (
          <View
            id={`lead-${number}`}
            className={`pick ${lead ? 'pick-on' : ''}`}
            aria-role="radio"
            role="radio"
            aria-checked={lead}
            aria-label={`${name}牵头`}
            ariaLabel={`${name}牵头`}
            {...pressable(onLead)}
            onClick={onLead}
          >
            {lead ? <Icon name="check" small /> : null}
            <View>牵头</View>
          </View>
        )}
      </View>
      <DueField
        id={`due-${number}`}
        label="什么时候前办好"
        choices={taskChoices(nowMs)}
        nowMs={nowMs}
        value={part.dueAt}
        onChoose={(dueAt) => onChange({ dueAt })}
      />
      <Wrong words={faults.due} />
      <WordsField
        id={`part-note-${number}`}
        label={`请${name}办什么`}
        value={part.note}
        placeholder="写一句请他们办什么，比如：换掉坏的门轴"
        wrong={faults.note !== undefined}
        onWrite={(note) => onChange({ note })}
      />
      <Wrong words={faults.note} />
    </View>
  );
}
