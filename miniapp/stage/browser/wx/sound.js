import { record } from '../record.js';
import { addressOf } from './address.js';
import { asyncCalls, eventCalls, WxFail } from './calls.js';
import { putTemporary } from './files.js';
import { isAllowed } from './permission.js';

/** The longest that WeChat records. */
const LONGEST_MS = 600_000;
/** WeChat's own word for each sampling rate on what bit rates go with it. */
const BIT_RATES = { 8000: [16_000, 48_000], 16000: [24_000, 96_000], 44100: [64_000, 320_000] };

/** One frame of silence, 36 ms: MPEG-2 layer III, 32 kbit/s, 16 kHz, one channel. */
const FRAME_MS = 36;
function silence(ms) {
  const frame = new Uint8Array(144);
  frame.set([0xff, 0xf3, 0x48, 0xc4]);
  return new Blob(
    Array.from({ length: Math.max(1, Math.round(ms / FRAME_MS)) }, () => frame),
    { type: 'audio/mpeg' },
  );
}

/** The phone's one recorder: it hears nothing, for as long as it runs. Listeners add up and cannot be taken off. */
const recorderEvents = eventCalls([
  'Start',
  'Stop',
  'Pause',
  'Resume',
  'Error',
  'FrameRecorded',
  'InterruptionBegin',
  'InterruptionEnd',
]);
let running = null;
const later = (event, detail) => setTimeout(() => recorderEvents.tell(event, detail));
const fail = (reason) => later('Error', { errMsg: `operateRecorder:fail ${reason}` });

function stopRecorder() {
  if (running === null) return fail('recorder not start');
  const { began, duration, timer } = running;
  running = null;
  clearTimeout(timer);
  const heard = Math.min(performance.now() - began, duration);
  const sound = silence(heard);
  later('Stop', {
    tempFilePath: putTemporary(sound, 'mp3'),
    duration: Math.round(heard),
    fileSize: sound.size,
  });
}

const recorder = {
  ...recorderEvents.calls,
  async start({ duration = 60_000, format = 'aac', sampleRate = 8000, encodeBitRate } = {}) {
    if (running !== null) return fail('is recording or paused');
    if (duration > LONGEST_MS) return fail('invalid duration');
    const [least, most] = BIT_RATES[sampleRate] ?? [0, Number.MAX_SAFE_INTEGER];
    if (encodeBitRate < least || encodeBitRate > most) return fail('encodeBitRate is not match sampleRate');
    if (format !== 'mp3') throw new Error(`the stage records mp3 only, not ${format}`);
    if (!(await isAllowed('microphone'))) return fail('auth deny');
    running = { began: performance.now(), duration, timer: setTimeout(stopRecorder, duration) };
    later('Start', {});
  },
  stop: stopRecorder,
  pause: () => later('Pause', {}),
  resume: () => later('Resume', {}),
};

/** A telephone call comes in while somebody records. */
export function interruptRecording() {
  if (running !== null) recorderEvents.tell('InterruptionBegin', {});
}

/** What is played is read and understood as a phone would, then lasts as long as it lasts; nothing is heard. */
function createPlayer() {
  const { calls, tell } = eventCalls([
    'Play',
    'Pause',
    'Stop',
    'Ended',
    'Error',
    'Canplay',
    'TimeUpdate',
    'Waiting',
  ]);
  let ending;
  return {
    ...calls,
    src: '',
    paused: true,
    duration: 0,
    currentTime: 0,
    volume: 1,
    async play() {
      record.played.push(this.src);
      try {
        const file = await (await fetch(addressOf(this.src))).arrayBuffer();
        const { duration } = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(file);
        this.duration = duration;
        this.paused = false;
        tell('Canplay', {});
        tell('Play', {});
        ending = setTimeout(() => {
          this.paused = true;
          tell('Ended', {});
        }, duration * 1000);
      } catch {
        tell('Error', { errCode: 10_004, errMsg: 'format error' });
      }
    },
    pause() {
      clearTimeout(ending);
      this.paused = true;
      tell('Pause', {});
    },
    stop() {
      clearTimeout(ending);
      this.paused = true;
      tell('Stop', {});
    },
    destroy: () => clearTimeout(ending),
  };
}

export const soundCalls = {
  ...asyncCalls({
    setInnerAudioOption({ obeyMuteSwitch = true } = {}) {
      if (typeof obeyMuteSwitch !== 'boolean') throw new WxFail('obeyMuteSwitch is not a boolean');
    },
  }),
  createInnerAudioContext: createPlayer,
  getRecorderManager: () => recorder,
};
