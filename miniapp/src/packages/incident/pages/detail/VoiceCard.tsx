import { View } from '@tarojs/components';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { VoicePlayer } from '../../../../features/voice/VoicePlayer';
import type { IncidentDetail } from '../../../../request/contract';

interface Props {
  incident: IncidentDetail;
  onTranscribe: () => void;
}

/** A report that was spoken: heard by the reporter and staff, and written down for everybody else. */
export function VoiceCard({ incident, onTranscribe }: Props) {
  const { voice, voiceWords, mine, allowedActions } = incident;
  if (voice === null) return null;
  const mayWrite = allowedActions.includes('transcribe');
  return (
    <View className="card col" id="voice">
      <VoicePlayer id="voice-listen" source={voice.url} durationMs={voice.durationMs} />
      {voiceWords ? (
        <View id="voice-words">
          <View className="t3">写下来的</View>
          <View>{voiceWords}</View>
        </View>
      ) : null}
      <View className="row-s t3">
        <Icon name="eye-off" small />
        <View className="grow">
          {mine && !mayWrite ? '只有您和社区的人听得到' : '邻居和帮办的听不到，只看得到写下来的字'}
        </View>
      </View>
      {mayWrite ? (
        <Button kind="soft" small id="act-transcribe" icon="pencil" onTap={onTranscribe}>
          {voiceWords ? '改一改写下来的' : '写下录音说的'}
        </Button>
      ) : null}
    </View>
  );
}
