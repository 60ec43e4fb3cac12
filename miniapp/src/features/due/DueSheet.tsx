import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Sheet } from '../../components/Sheet';
import { WordsField } from '../../components/WordsField';
import { Wrong } from '../../components/Wrong';
import { useKeptDraft } from '../draft/kept-draft';
import { DueField } from './DueField';
import { dayChoices } from './due-choices';

interface Props {
  id: string;
  draftKey: string;
  nowMs: number;
  title: string;
  explain: string;
  dateLabel: string;
  placeholder: string;
  needed: string;
  send: string;
  busy: boolean;
  failure: string | undefined;
  onSend: (dueAt: string, words: string) => void;
  onClose: () => void;
}

const NOTHING: { dueAt: string | null; words: string } = { dueAt: null, words: '' };

/** Asks for a date and a few words beside it: what will be done by then, or why it takes longer. */
export function DueSheet(props: Props) {
  const { id, draftKey, nowMs, title, needed, busy } = props;
  const [kept, change] = useKeptDraft(draftKey, NOTHING);
  const [told, setTold] = useState<{ date?: string; words?: string }>({});
  // A date chosen days ago may have passed by now.
  const dueAt = kept.dueAt !== null && Date.parse(kept.dueAt) > nowMs ? kept.dueAt : null;
  const send = () => {
    const words = kept.words.trim();
    if (dueAt === null || words === '') {
      setTold({
        ...(dueAt === null ? { date: '选一个日子' } : {}),
        ...(words === '' ? { words: needed } : {}),
      });
    } else {
      props.onSend(dueAt, words);
    }
  };
  return (
    <Sheet id={id} title={title} closeWords="先不定" onClose={props.onClose}>
      <View className="soft">{props.explain}</View>
      <DueField
        id={`${id}-due`}
        label={props.dateLabel}
        choices={dayChoices(nowMs)}
        nowMs={nowMs}
        value={dueAt}
        onChoose={(next) => {
          change({ dueAt: next });
          setTold(({ words }) => (words ? { words } : {}));
        }}
      />
      <Wrong words={told.date} />
      <WordsField
        id={`${id}-note`}
        label={title}
        value={kept.words}
        placeholder={props.placeholder}
        wrong={told.words !== undefined}
        onWrite={(words) => {
          change({ words });
          setTold(({ date }) => (date ? { date } : {}));
        }}
      />
      <Wrong words={told.words ?? props.failure} />
      <Button id={`${id}-send`} busy={busy} onTap={send}>
        {busy ? '正在提交' : props.send}
      </Button>
    </Sheet>
  );
}
