import { notAVoice, voiceCutShort } from '../voice.errors.js';
import type { Sound } from './sound.js';

const PCM = 1;
const BITS = 16;
const HEADER_BYTES = 44;
const MOST_HERTZ = 48_000;
const LEAST_HERTZ = 8_000;

export function isWav(file: Buffer): boolean {
  return file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WAVE';
}

/** Plain 16-bit samples; whatever else the file carries (names, places, pictures) is left behind. */
export function readWav(file: Buffer): Sound {
  const chunks = chunksOf(file);
  const format = chunks.get('fmt ');
  const samples = chunks.get('data');
  if (format === undefined || format.length < 16) throw notAVoice();
  const [kind, channels, bits] = [format.readUInt16LE(0), format.readUInt16LE(2), format.readUInt16LE(14)];
  const hertz = format.readUInt32LE(4);
  if (kind !== PCM || bits !== BITS || channels < 1 || channels > 2) throw notAVoice();
  if (hertz < LEAST_HERTZ || hertz > MOST_HERTZ) throw notAVoice();
  if (samples === undefined) throw voiceCutShort();
  const frameBytes = channels * (BITS / 8);
  const whole = samples.subarray(0, samples.length - (samples.length % frameBytes));
  return {
    format: 'wav',
    durationMs: Math.round((whole.length / frameBytes / hertz) * 1000),
    bytes: asWav(whole, channels, hertz),
  };
}

/** The first chunk of each name. One that is longer than the file was cut short. */
function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  let at = 12;
  while (at + 8 <= file.length) {
    const name = file.toString('latin1', at, at + 4);
    const bytes = file.readUInt32LE(at + 4);
    if (at + 8 + bytes > file.length) throw voiceCutShort();
    if (!chunks.has(name)) chunks.set(name, file.subarray(at + 8, at + 8 + bytes));
    at += 8 + bytes + (bytes % 2);
  }
  return chunks;
}

/** Samples of 16 bits, with the plainest header there is. */
export function asWav(samples: Buffer, channels: number, hertz: number): Buffer {
  const dataBytes = samples.length;
  const frameBytes = channels * (BITS / 8);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(PCM, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(hertz, 24);
  header.writeUInt32LE(hertz * frameBytes, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(BITS, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return Buffer.concat([header, samples]);
}
