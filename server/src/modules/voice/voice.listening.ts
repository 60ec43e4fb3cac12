import { LIMITS } from '@linli/shared';
import { isMp3, readMp3 } from './formats/mp3.js';
import type { Sound } from './formats/sound.js';
import { isWav, readWav } from './formats/wav.js';
import { notAVoice, nothingHeard, voiceTooLong } from './voice.errors.js';

const LONGEST_MS = LIMITS.voiceSeconds * 1000 + LIMITS.voiceToleranceMs;

/** Makes a voice note of whatever was uploaded: by what is in the file, not by its name; or says why it is none. */
export function listenTo(file: Buffer): Sound {
  const sound = read(file);
  if (sound.durationMs > LONGEST_MS) throw voiceTooLong();
  if (sound.durationMs < LIMITS.voiceShortestMs) throw nothingHeard();
  return sound;
}

function read(file: Buffer): Sound {
  if (file.length === 0) throw nothingHeard();
  if (isWav(file)) return readWav(file);
  if (isMp3(file)) return readMp3(file);
  throw notAVoice();
}
