import { LIMITS } from '@linli/shared';
import Taro from '@tarojs/taro';
import { keepWechatFile } from '../upload/wechat-file';
import { CalledOff, type Listening, MicrophoneRefused, type Recorder } from './microphone';

/** Speech in MP3, which both phones and browsers play. */
const OPTIONS = {
  duration: LIMITS.voiceSeconds * 1000,
  sampleRate: 16_000,
  numberOfChannels: 1,
  encodeBitRate: 48_000,
  format: 'mp3',
} as const;

/** WeChat has one recorder for the whole app and no way to stop listening to it, so it is listened to once. */
let manager: Taro.RecorderManager | null = null;
let listening: Listening | null = null;

export async function recordInWechat(told: Listening): Promise<Recorder> {
  try {
    await Taro.authorize({ scope: 'scope.record' });
  } catch {
    throw new MicrophoneRefused();
  }
  if (!told.stillWanted()) throw new CalledOff();
  const recorder = manager ?? prepared();
  manager = recorder;
  listening = told;
  recorder.start(OPTIONS);
  return { stop: () => recorder.stop() };
}

function prepared(): Taro.RecorderManager {
  const recorder = Taro.getRecorderManager();
  recorder.onStop(({ tempFilePath, duration }) => {
    const told = listening;
    listening = null;
    void keepWechatFile(tempFilePath).then((path) => told?.onEnd({ path, durationMs: duration }));
  });
  recorder.onError(() => {
    const told = listening;
    listening = null;
    told?.onFail();
  });
  // A call came in: what was said so far is kept.
  recorder.onInterruptionBegin(() => recorder.stop());
  return recorder;
}
