import { LIMITS } from '@linli/shared';
import { Textarea, View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Sheet } from '../../../../components/Sheet';
import { Wrong } from '../../../../components/Wrong';
import { PhotoTrayView } from '../../../../features/photo/PhotoTrayView';
import { useResolve } from './useResolve';

interface Props {
  incidentId: string;
  busy: boolean;
  /** Why the last try failed, in words. */
  failure: string | undefined;
  onSend: (body: { note: string; photoIds: string[] }) => void;
  onClose: () => void;
}

/** Asks for the proof that it is done: a line, a picture, or both. */
export function ResolveSheet({ incidentId, busy, failure, onSend, onClose }: Props) {
  const { draft, write, tray, wrong, sendingPhotos, roomForPhotos, send } = useResolve(incidentId, onSend);
  return (
    <Sheet id="resolve" title="怎么办好的" closeWords="先不报" onClose={onClose}>
      <View>
        <Textarea
          id="resolve-note"
          className={`field field-area ${wrong ? 'field-wrong' : ''}`}
          value={draft.note}
          maxlength={LIMITS.noteChars}
          placeholder="写一句，比如：换了声控灯，三层都试过"
          aria-label="怎么办好的"
          disableDefaultPadding
          onInput={(event) => write(event.detail.value)}
        />
        <View className="t3 field-count">
          {draft.note.length} / {LIMITS.noteChars}
        </View>
      </View>
      <PhotoTrayView tray={tray} addId="resolve-add-photo" addWords="拍办好后" />
      <Wrong words={wrong ?? failure} />
      {roomForPhotos ? null : <View className="note note-wait">手机存不下这些照片，关掉前请先提交</View>}
      <Button id="resolve-send" busy={busy || sendingPhotos} onTap={() => void send()}>
        {busy || sendingPhotos ? '正在提交' : '办好了，请居民确认'}
      </Button>
    </Sheet>
  );
}
