import { CHECK_BACK_LABELS, CHECK_BACK_OUTCOMES, type CheckBackOutcome } from '@linli/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { pressable } from '../../../../components/pressable';
import { Sheet } from '../../../../components/Sheet';
import { WordsField } from '../../../../components/WordsField';
import { Wrong } from '../../../../components/Wrong';
import { useKeptDraft } from '../../../../features/draft/kept-draft';

interface Props {
  draftKey: string;
  busy: boolean;
  failure: string | undefined;
  onSend: (body: { outcome: CheckBackOutcome; note: string }) => void;
  onClose: () => void;
}

const NOTHING: { outcome: CheckBackOutcome | null; note: string } = { outcome: null, note: '' };

/** What the resident said when somebody other than the handler asked. */
export function CheckBackSheet({ draftKey, busy, failure, onSend, onClose }: Props) {
  const [{ outcome, note }, change] = useKeptDraft(draftKey, NOTHING);
  const [wrong, setWrong] = useState<string>();
  const send = () => {
    if (outcome === null) setWrong('选一下居民怎么说');
    else if (note.trim() === '') setWrong('写一句居民怎么说的');
    else onSend({ outcome, note: note.trim() });
  };
  return (
    <Sheet id="check-back" title="居民怎么说" closeWords="先不记" onClose={onClose}>
      <View className="soft">居民说还没好，这件事就接着办，重新算时限。</View>
      <View className="pick-row" aria-role="radiogroup" role="radiogroup" aria-label="居民怎么说">
        {CHECK_BACK_OUTCOMES.map((one) => {
          const choose = () => {
            change({ outcome: one });
            setWrong(undefined);
          };
          return (
            <View
              key={one}
              id={`check-back-${one}`}
              className={`pick ${one === outcome ? 'pick-on' : ''}`}
              aria-role="radio"
              role="radio"
              aria-checked={one === outcome}
              {...pressable(choose)}
              onClick={choose}
            >
              {CHECK_BACK_LABELS[one]}
            </View>
          );
        })}
      </View>
      <WordsField
        id="check-back-note"
        label="居民怎么说的"
        value={note}
        placeholder="写一句，比如：电话问过，灯都亮了"
        onWrite={(words) => {
          change({ note: words });
          setWrong(undefined);
        }}
      />
      <Wrong words={wrong ?? failure} />
      <Button id="check-back-send" busy={busy} onTap={send}>
        {busy ? '正在提交' : '记下来'}
      </Button>
    </Sheet>
  );
}
