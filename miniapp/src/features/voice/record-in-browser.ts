import { LIMITS } from '@linli/shared';
import { newId } from '../../request/new-id';
import { keepInBrowser } from './keep-recording';
import { CalledOff, type Listening, MicrophoneRefused, NoMicrophone, type Recorder } from './microphone';
import { thinOut, WAV_HERTZ, wavOf } from './wav';

/** Samples that come at once: often enough for a counter, seldom enough for a slow phone. */
const SAMPLES_AT_ONCE = 4096;

/**
 * Writes down what the microphone gives, by ourselves: what a browser's own recorder makes does not play in every other
 * browser, an iPhone's least of all.
 */
export async function recordInBrowser(told: Listening): Promise<Recorder> {
  const stream = await openMicrophone();
  let context: AudioContext | null = null;
  try {
    if (!told.stillWanted() || document.hidden) throw new CalledOff();
    context = new AudioContext();
    return writeDown(stream, context, told);
  } catch (failure) {
    for (const track of stream.getTracks()) track.stop();
    void context?.close();
    throw failure;
  }
}

function writeDown(stream: MediaStream, context: AudioContext, told: Listening): Recorder {
  const source = context.createMediaStreamSource(stream);
  // Old, but everywhere, and it needs no script of its own that a content policy would have to let in.
  const reader = context.createScriptProcessor(SAMPLES_AT_ONCE, 1, 1);
  const chunks: Float32Array[] = [];
  let samples = 0;
  let over = false;

  const end = () => {
    if (over) return;
    over = true;
    document.removeEventListener('visibilitychange', endWhenHidden);
    reader.disconnect();
    source.disconnect();
    for (const track of stream.getTracks()) track.stop();
    void context.close();
    const path = newId();
    const sound = new Blob([wavOf(chunks, hertz)], { type: 'audio/wav' });
    void keepInBrowser(path, sound).then(() =>
      told.onEnd({ path, durationMs: Math.round((samples / hertz) * 1000) }),
    );
  };
  const endWhenHidden = () => {
    if (document.hidden) end();
  };

  const hertz = Math.min(context.sampleRate, WAV_HERTZ);
  reader.onaudioprocess = ({ inputBuffer }) => {
    if (over) return;
    const left = LIMITS.voiceSeconds * hertz - samples;
    const heard = thinOut(inputBuffer.getChannelData(0).slice(), context.sampleRate).subarray(0, left);
    chunks.push(heard);
    samples += heard.length;
    if (heard.length === left) end();
  };
  source.connect(reader);
  reader.connect(context.destination);
  // A call takes the microphone away; what was said so far is kept.
  for (const track of stream.getTracks()) track.onended = end;
  document.addEventListener('visibilitychange', endWhenHidden);
  // Not waited for: a browser that does not let it run gives no sound, which is told when the person ends it.
  void context.resume();
  return { stop: end };
}

async function openMicrophone(): Promise<MediaStream> {
  // Browsers hide it where the page did not come by https.
  if (!navigator.mediaDevices?.getUserMedia || typeof AudioContext === 'undefined') throw new NoMicrophone();
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch (failure) {
    const { name } = failure as DOMException;
    throw name === 'NotAllowedError' || name === 'SecurityError'
      ? new MicrophoneRefused()
      : new NoMicrophone();
  }
}
