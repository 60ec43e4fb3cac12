import { LIMITS } from '@linli/shared';
import { isAac, readAac } from './formats/aac.js';
import { afterId3 } from './formats/frames.js';
import { isM4a, readM4a } from './formats/m4a.js';
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
  if (isM4a(file)) return readM4a(file);
  const begin = afterId3(file);
  if (isMp3(file, begin)) return readMp3(file);
  if (isAac(file, begin)) return readAac(file);
  throw notAVoice();
}
