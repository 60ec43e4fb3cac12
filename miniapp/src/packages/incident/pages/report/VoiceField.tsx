import { LIMITS, soundLengthWords } from '@linli/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { Wrong } from '../../../../components/Wrong';
import type { VoiceNoteField } from '../../../../features/voice/useVoiceNote';
import { VoicePlayer } from '../../../../features/voice/VoicePlayer';

interface Props {
  voice: VoiceNoteField;
  wrong: string | undefined;
  signedIn: boolean;
}

/** Saying it instead of writing it. One press begins, one press ends: nothing has to be held down. */
export function VoiceField({ voice, wrong, signedIn }: Props) {
  const { note, phase, told, refused } = voice;
  return (
    <View className="col-s" id="voice">
      {phase === 'recording' ? (
        <Listening voice={voice} />
      ) : note === null ? (
        <>
          <Button
            id="voice-start"
            kind="outline"
            icon="mic"
            busy={phase === 'asking'}
            onTap={() => void voice.start()}
          >
            {phase === 'asking' ? '正在打开话筒' : '不打字，说一段'}
          </Button>
          <View className="t3 center">最长 {LIMITS.voiceSeconds} 秒，只有社区的人听得到</View>
        </>
      ) : (
        <Kept voice={voice} signedIn={signedIn} />
      )}
      {phase === 'recording' || note !== null ? (
        <View className="row-s t3" id="voice-danger">
          <Icon name="phone" small />
          <View>着火、救人先打 119、120，录音不会马上有人听</View>
        </View>
      ) : null}
      {refused ? <Refused /> : null}
      <Wrong words={wrong ?? told ?? undefined} />
    </View>
  );
}

/** While somebody speaks: how long, and the way to end it. */
function Listening({ voice: { elapsedMs, stop } }: { voice: VoiceNoteField }) {
  const seconds = Math.min(LIMITS.voiceSeconds, Math.floor(elapsedMs / 1000));
  return (
    <>
      <View className="voice-counter" aria-role="timer" role="timer" aria-label={`已经录了 ${seconds} 秒`}>
        <View className="voice-dot" aria-hidden />
        <View className="t0">{seconds} 秒</View>
        <View className="t3">/ {LIMITS.voiceSeconds} 秒</View>
      </View>
      <Button id="voice-stop" kind="soft" icon="square" onTap={stop}>
        说完了
      </Button>
    </>
  );
}

/** What was said: to be heard again, said anew or taken away. */
function Kept({ voice, signedIn }: { voice: VoiceNoteField; signedIn: boolean }) {
  const { note, start, remove, retry } = voice;
  if (note === null) return null;
  return (
    <>
      <VoicePlayer id="voice-listen" source={note.path} durationMs={note.durationMs} />
      <View className="row">
        <Button id="voice-again" kind="outline" small stretch icon="mic" onTap={() => void start()}>
          重新说
        </Button>
        <Button
          id="voice-remove"
          kind="outline"
          small
          stretch
          icon="trash-2"
          label={`去掉这段录音，${soundLengthWords(note.durationMs)}`}
          onTap={remove}
        >
          去掉
        </Button>
      </View>
      {note.status === 'sending' ? <View className="t3 center">正在传录音</View> : null}
      {!signedIn && note.status === 'waiting' ? (
        <View className="t3 center">录音先存在手机里，登录后再传</View>
      ) : null}
      {note.status === 'failed' ? (
        <>
          <Wrong words={note.reason ?? '录音没传上去'} />
          {note.retryable ? (
            <Button id="voice-retry" kind="soft" small icon="refresh-cw" onTap={retry}>
              再传一次
            </Button>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** Only the person can undo a refusal, and only in the settings. */
function Refused() {
  const inBrowser = process.env.TARO_ENV === 'h5';
  return (
    <View className="note note-wait col-s" aria-role="alert" role="alert" id="voice-refused">
      <View>
        {inBrowser
          ? '话筒没有打开。点网址旁边的图标，允许使用话筒，再按一次。写一句也行。'
          : '话筒没有打开。在设置里允许使用话筒，再按一次。写一句也行。'}
      </View>
      {inBrowser ? null : (
        <Button
          id="voice-settings"
          kind="outline"
          small
          onTap={() => void Taro.openSetting().catch(() => undefined)}
        >
          去设置
        </Button>
      )}
    </View>
  );
}
