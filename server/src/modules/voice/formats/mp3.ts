import { type Frame, walkFrames } from './frames.js';
import type { Sound } from './sound.js';

/** Kilobits per second by the header's four bits; the first is "free", the last forbidden. */
const KILOBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KILOBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const HERTZ = [44_100, 48_000, 32_000];
/** By the header's two bits of version: 2.5, reserved, 2, 1. */
const HERTZ_DIVIDED = [4, 0, 2, 1];
const LAYER_3 = 1;
/** A first frame that only tells players how long the file is, and need not tell the truth. */
const CLAIMS = ['Xing', 'Info', 'VBRI'];

export function isMp3(file: Buffer, at: number): boolean {
  return readHeader(file, at) !== null;
}

export function readMp3(file: Buffer): Sound {
  const { frames, durationMs } = walkFrames(file, readHeader);
  const [first] = frames;
  const claims =
    first !== undefined && CLAIMS.some((name) => first.subarray(4, 44).includes(name, 0, 'latin1'));
  return { format: 'mp3', durationMs, bytes: Buffer.concat(claims ? frames.slice(1) : frames) };
}

function readHeader(file: Buffer, at: number): Frame | null {
  if (at + 4 > file.length) return null;
  const bits = file.readUInt32BE(at);
  if (bits >>> 21 !== 0x7ff || ((bits >>> 17) & 3) !== LAYER_3) return null;
  const version = (bits >>> 19) & 3;
  const divided = HERTZ_DIVIDED[version] ?? 0;
  const isFirstVersion = divided === 1;
  const kilobits = (isFirstVersion ? KILOBITS_1 : KILOBITS_2)[(bits >>> 12) & 15] ?? 0;
  const hertz = (HERTZ[(bits >>> 10) & 3] ?? 0) / divided;
  if (divided === 0 || kilobits === 0 || !(hertz > 0)) return null;
  const samples = isFirstVersion ? 1152 : 576;
  const padding = (bits >>> 9) & 1;
  return {
    bytes: Math.floor(((samples / 8) * kilobits * 1000) / hertz) + padding,
    samples,
    hertz,
    family: `${version}/${hertz}`,
  };
}
