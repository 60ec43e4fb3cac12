import { View } from '@tarojs/components';
import { useState } from 'react';
import { useKeptDraft } from '../features/draft/kept-draft';
import { Button } from './Button';
import { Sheet } from './Sheet';
import { WordsField } from './WordsField';
import { Wrong } from './Wrong';

/** What a sheet says that asks for words and nothing else. */
export interface WordsAsked {
  title: string;
  /** What follows from sending it. */
  explain: string;
  placeholder: string;
  /** What is said when nothing was written; absent where nothing need be. */
  needed?: string;
  /** How much may be written; a note's length when absent. */
  maxChars?: number;
  send: string;
}

interface Props extends WordsAsked {
  id: string;
  draftKey: string;
  busy: boolean;
  failure: string | undefined;
  onSend: (words: string) => void;
  onClose: () => void;
}

/** Asks why, or what is still wrong. What was written stays on the phone until it is sent. */
export function WordsSheet(props: Props) {
  const {
    id,
    draftKey,
    title,
    explain,
    placeholder,
    needed,
    maxChars,
    send,
    busy,
    failure,
    onSend,
    onClose,
  } = props;
  const [draft, change] = useKeptDraft(draftKey, { words: '' });
  const [wrong, setWrong] = useState<string>();
  const press = () => {
    const words = draft.words.trim();
    if (words === '' && needed !== undefined) setWrong(needed);
    else onSend(words);
  };
  return (
    <Sheet id={id} title={title} closeWords="先不写" onClose={onClose}>
      <View className="soft">{explain}</View>
      <WordsField
        id={`${id}-note`}
        label={title}
        value={draft.words}
        placeholder={placeholder}
        wrong={wrong !== undefined}
        {...(maxChars === undefined ? {} : { maxChars })}
        onWrite={(words) => {
          change({ words });
          setWrong(undefined);
        }}
      />
      <Wrong words={wrong ?? failure} />
      <Button id={`${id}-send`} busy={busy} onTap={press}>
        {busy ? '正在提交' : send}
      </Button>
    </Sheet>
  );
}
