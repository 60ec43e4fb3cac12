import { soundLengthWords } from '@linli/shared';
import { View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Wrong } from '../../components/Wrong';
import { usePlaying } from './usePlaying';

interface Props {
  id: string;
  /** An address of the server's, or a path on this phone. */
  source: string;
  durationMs: number;
}

/** One recording: a button to hear it, with how long it lasts. */
export function VoicePlayer({ id, source, durationMs }: Props) {
  const { state, press } = usePlaying(source);
  const length = soundLengthWords(durationMs);
  const playing = state === 'playing';
  return (
    <View className="col-s">
      <Button
        id={id}
        kind="soft"
        icon={playing ? 'square' : 'play'}
        label={playing ? '停下不听' : `听录音，${length}`}
        onTap={press}
      >
        {playing ? '正在放，点一下停' : `听录音 ${length}`}
      </Button>
      <Wrong words={state === 'failed' ? '录音放不出来，看看网络，再点一次' : undefined} />
    </View>
  );
}
