import { type Frame, walkFrames } from './frames.js';
import type { Sound } from './sound.js';

const HERTZ = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000];
const SAMPLES_PER_BLOCK = 1024;
const HEADER_BYTES = 7;
const LONGEST_FRAME_BYTES = 0x1fff;
/** The only kind of AAC that everything plays. */
export const LOW_COMPLEXITY = 2;

export function isAac(file: Buffer, at: number): boolean {
  return readHeader(file, at) !== null;
}

export function readAac(file: Buffer): Sound {
  const { frames, durationMs } = walkFrames(file, readHeader);
  return { format: 'aac', durationMs, bytes: Buffer.concat(frames) };
}

/** The header that lets a frame taken out of another container stand by itself; null when it is no frame for us. */
export function frameHeader(hertzIndex: number, channels: number, payloadBytes: number): Buffer | null {
  const bytes = HEADER_BYTES + payloadBytes;
  if (HERTZ[hertzIndex] === undefined || channels < 1 || channels > 2 || bytes > LONGEST_FRAME_BYTES)
    return null;
  return Buffer.from([
    0xff,
    0xf1,
    ((LOW_COMPLEXITY - 1) << 6) | (hertzIndex << 2),
    (channels << 6) | (bytes >> 11),
    (bytes >> 3) & 0xff,
    ((bytes & 7) << 5) | 0x1f,
    0xfc,
  ]);
}

function readHeader(file: Buffer, at: number): Frame | null {
  if (at + HEADER_BYTES > file.length) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = file.subarray(at, at + HEADER_BYTES);
  if (a !== 0xff || (b & 0xf6) !== 0xf0 || (c >> 6) + 1 !== LOW_COMPLEXITY) return null;
  const hertz = HERTZ[(c >> 2) & 15];
  const channels = ((c & 1) << 2) | (d >> 6);
  const bytes = ((d & 3) << 11) | (e << 3) | (f >> 5);
  if (hertz === undefined || channels < 1 || channels > 2 || bytes <= HEADER_BYTES) return null;
  return { bytes, samples: SAMPLES_PER_BLOCK * ((g & 3) + 1), hertz, family: `${hertz}/${channels}` };
}
