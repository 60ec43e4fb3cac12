import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Sheet } from '../../components/Sheet';
import { WordsField } from '../../components/WordsField';
import { Wrong } from '../../components/Wrong';
import { PhotoTrayView } from '../photo/PhotoTrayView';
import { useEvidence } from './useEvidence';

interface Props {
  /** The sheet is `<id>-sheet`; its parts are `<id>-note`, `<id>-add-photo`, `<id>-send`. */
  id: string;
  draftKey: string;
  send: string;
  busy: boolean;
  /** Why the last try failed, in words. */
  failure: string | undefined;
  onSend: (body: { note: string; photoIds: string[] }) => void;
  onClose: () => void;
}

/** Asks for the proof that it is done: a line, a picture, or both. */
export function EvidenceSheet({ id, draftKey, send, busy, failure, onSend, onClose }: Props) {
  const evidence = useEvidence(draftKey, onSend);
  const { draft, tray, wrong } = evidence;
  const working = busy || evidence.sendingPhotos;
  return (
    <Sheet id={id} title="怎么办好的" closeWords="先不报" onClose={onClose}>
      <WordsField
        id={`${id}-note`}
        label="怎么办好的"
        value={draft.note}
        placeholder="写一句，比如：换了声控灯，三层都试过"
        wrong={wrong !== undefined}
        onWrite={evidence.write}
      />
      <PhotoTrayView tray={tray} addId={`${id}-add-photo`} addWords="拍办好后" />
      <Wrong words={wrong ?? failure} />
      {evidence.roomForPhotos ? null : (
        <View className="note note-wait">手机存不下这些照片，关掉前请先提交</View>
      )}
      <Button id={`${id}-send`} busy={working} onTap={() => void evidence.send()}>
        {working ? '正在提交' : send}
      </Button>
    </Sheet>
  );
}
