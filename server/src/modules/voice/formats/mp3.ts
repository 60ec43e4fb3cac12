import { notAVoice, voiceCutShort } from '../voice.errors.js';
import type { Sound } from './sound.js';

/** Kilobits per second by the header's four bits; the first is "free", the last forbidden. */
const KILOBITS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KILOBITS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const HERTZ = [44_100, 48_000, 32_000];
/** By the header's two bits of version: 2.5, reserved, 2, 1. */
const HERTZ_DIVIDED = [4, 0, 2, 1];
const LAYER_3 = 1;
const HEADER_BYTES = 4;
const ID3_HEADER_BYTES = 10;
const ID3V1_BYTES = 128;
/** A first frame that only tells players how long the file is, and need not tell the truth. */
const CLAIMS = ['Xing', 'Info', 'VBRI'];

/** One frame of compressed sound, as its header says. */
interface Frame {
  bytes: number;
  seconds: number;
  /** Frames of one recording are all alike in this. */
  family: string;
}

export function isMp3(file: Buffer): boolean {
  return readHeader(file, afterId3(file)) !== null;
}

/**
 * Walks from frame to frame: a file is sound only if it is nothing but frames, apart from tags before and behind them,
 * which are left behind. So what a file claims of its length is never asked, and nothing can ride along.
 */
export function readMp3(file: Buffer): Sound {
  const frames: Buffer[] = [];
  let [at, seconds, family] = [afterId3(file), 0, ''];
  while (at < file.length && !onlyTagsFrom(file, at)) {
    const frame = readHeader(file, at);
    // Some recorders stop in the middle of their last frame: a blink less is no reason to ask somebody to speak again.
    if (frame === null && file.length - at < HEADER_BYTES && frames.length > 0) break;
    if (frame === null || (family !== '' && frame.family !== family)) throw notAVoice();
    if (at + frame.bytes > file.length) {
      if (frames.length === 0) throw voiceCutShort();
      break;
    }
    const bytes = file.subarray(at, at + frame.bytes);
    if (frames.length > 0 || !isClaim(bytes)) {
      frames.push(bytes);
      seconds += frame.seconds;
    }
    family = frame.family;
    at += frame.bytes;
  }
  return { format: 'mp3', durationMs: Math.round(seconds * 1000), bytes: Buffer.concat(frames) };
}

function readHeader(file: Buffer, at: number): Frame | null {
  if (at + HEADER_BYTES > file.length) return null;
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
    seconds: samples / hertz,
    family: `${version}/${hertz}`,
  };
}

/** Where the sound begins. A tag's size is four times seven bits. */
function afterId3(file: Buffer): number {
  if (file.toString('latin1', 0, 3) !== 'ID3' || file.length < ID3_HEADER_BYTES) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = file.subarray(6, ID3_HEADER_BYTES);
  const hasFooter = ((file[5] ?? 0) & 0x10) !== 0;
  return ID3_HEADER_BYTES + (a << 21) + (b << 14) + (c << 7) + d + (hasFooter ? ID3_HEADER_BYTES : 0);
}

function onlyTagsFrom(file: Buffer, at: number): boolean {
  const name = file.toString('latin1', at, at + 8);
  if (name.startsWith('TAG')) return file.length - at === ID3V1_BYTES;
  return name === 'APETAGEX' || file.subarray(at).every((byte) => byte === 0);
}

function isClaim(frame: Buffer): boolean {
  return CLAIMS.some((name) => frame.subarray(4, 44).includes(name, 0, 'latin1'));
}
