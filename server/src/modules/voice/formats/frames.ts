import { notAVoice, voiceCutShort } from '../voice.errors.js';

/** One frame of compressed sound, as its header says. */
export interface Frame {
  bytes: number;
  samples: number;
  hertz: number;
  /** Frames of one recording are all alike in this. */
  family: string;
}

export interface Frames {
  frames: Buffer[];
  durationMs: number;
}

const ID3_HEADER_BYTES = 10;
const ID3V1_BYTES = 128;

/**
 * Walks from frame to frame: a file is sound only if it is nothing but frames, apart from tags before and behind them,
 * which are left behind. So what a file claims of its length is never asked, and nothing can ride along.
 */
export function walkFrames(file: Buffer, readHeader: (file: Buffer, at: number) => Frame | null): Frames {
  const frames: Buffer[] = [];
  let [at, seconds, family] = [afterId3(file), 0, ''];
  while (at < file.length && !onlyTagsFrom(file, at)) {
    const frame = readHeader(file, at);
    if (frame === null || (family !== '' && frame.family !== family)) {
      // The last header itself may be cut.
      throw frames.length > 0 && file.length - at < ID3_HEADER_BYTES ? voiceCutShort() : notAVoice();
    }
    if (at + frame.bytes > file.length) throw voiceCutShort();
    frames.push(file.subarray(at, at + frame.bytes));
    family = frame.family;
    seconds += frame.samples / frame.hertz;
    at += frame.bytes;
  }
  return { frames, durationMs: Math.round(seconds * 1000) };
}

/** Where the sound begins. A tag's size is four times seven bits. */
export function afterId3(file: Buffer): number {
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
