import { notAVoice, voiceCutShort } from '../voice.errors.js';
import { frameHeader, LOW_COMPLEXITY, readAac } from './aac.js';
import type { Sound } from './sound.js';

/** More frames than two minutes have at the highest rate; a file that lists more lies or is far too long. */
const MOST_FRAMES = 12_000;

export function isM4a(file: Buffer): boolean {
  return file.toString('latin1', 4, 8) === 'ftyp';
}

/** Takes the frames of the one sound track out of the container, and leaves the container behind with all it carries. */
export function readM4a(file: Buffer): Sound {
  const tracks = childrenOf(child(childrenOf(file), 'moov'));
  const only = tracks.filter(({ name }) => name === 'trak');
  // A second track would be a film's picture, or text that nobody asked for.
  if (only.length !== 1) throw notAVoice();
  const media = childrenOf(child(childrenOf(child(tracks, 'trak')), 'mdia'));
  if (child(media, 'hdlr').toString('latin1', 8, 12) !== 'soun') throw notAVoice();
  const table = childrenOf(child(childrenOf(child(media, 'minf')), 'stbl'));
  const { hertzIndex, channels } = codecOf(child(table, 'stsd'));
  const frames: Buffer[] = [];
  let total = 0;
  for (const { at, bytes } of framesIn(table)) {
    const header = frameHeader(hertzIndex, channels, bytes);
    if (header === null) throw notAVoice();
    if (at + bytes > file.length) throw voiceCutShort();
    // A few bytes listed over and over would grow to many times the file.
    total += bytes;
    if (total > file.length) throw notAVoice();
    frames.push(header, file.subarray(at, at + bytes));
  }
  return readAac(Buffer.concat(frames));
}

interface Box {
  name: string;
  body: Buffer;
}

function childrenOf(parent: Buffer): Box[] {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= parent.length) {
    const bytes = parent.readUInt32BE(at);
    const end = bytes === 0 ? parent.length : at + bytes;
    if (bytes !== 0 && bytes < 8) throw notAVoice();
    if (end > parent.length) throw voiceCutShort();
    boxes.push({ name: parent.toString('latin1', at + 4, at + 8), body: parent.subarray(at + 8, end) });
    at = end;
  }
  return boxes;
}

function child(boxes: Box[], name: string): Buffer {
  const found = boxes.find((box) => box.name === name);
  if (found === undefined) throw notAVoice();
  return found.body;
}

/** What a player must know: after tag 5, which stands 13 bytes behind the code for AAC in the description of the samples. */
function codecOf(stsd: Buffer): { hertzIndex: number; channels: number } {
  const kind = childrenOf(stsd.subarray(8))[0];
  if (kind?.name !== 'mp4a') throw notAVoice();
  const description = child(childrenOf(kind.body.subarray(28)), 'esds');
  const tag = description.indexOf(Buffer.from([0x40]));
  let at = tag + 13;
  if (tag < 0 || description[at] !== 0x05) throw notAVoice();
  // The length before the bytes may be stretched by fillers.
  do at++;
  while (description[at] !== undefined && ((description[at] ?? 0) & 0x80) !== 0);
  const [a = 0, b = 0] = description.subarray(at + 1, at + 3);
  if (a >> 3 !== LOW_COMPLEXITY) throw notAVoice();
  return { hertzIndex: ((a & 7) << 1) | (b >> 7), channels: (b >> 3) & 15 };
}

/** Where each frame lies: sizes by frame, places by chunk, and how many frames each chunk has. */
function* framesIn(table: Box[]): Generator<{ at: number; bytes: number }> {
  const sizes = frameSizes(child(table, 'stsz'));
  const places = entriesOf(child(table, 'stco'), 4).map((entry) => entry.readUInt32BE(0));
  const runs = entriesOf(child(table, 'stsc'), 12).map((entry) => ({
    firstChunk: entry.readUInt32BE(0),
    frames: entry.readUInt32BE(4),
  }));
  let [next, run] = [0, -1];
  for (const [i, place] of places.entries()) {
    while ((runs[run + 1]?.firstChunk ?? Infinity) <= i + 1) run++;
    let at = place;
    for (let left = runs[run]?.frames ?? 0; left > 0 && next < sizes.length; left--) {
      const bytes = sizes[next++] ?? 0;
      yield { at, bytes };
      at += bytes;
    }
  }
  if (next < sizes.length) throw voiceCutShort();
}

function frameSizes(stsz: Buffer): number[] {
  if (stsz.length < 12) throw notAVoice();
  const same = stsz.readUInt32BE(4);
  const count = stsz.readUInt32BE(8);
  if (count > MOST_FRAMES) throw notAVoice();
  if (same !== 0) return new Array<number>(count).fill(same);
  return entriesOf(stsz.subarray(4), 4).map((entry) => entry.readUInt32BE(0));
}

/** The entries of a table whose length stands before it. */
function entriesOf(body: Buffer, bytes: number): Buffer[] {
  if (body.length < 8) throw notAVoice();
  const count = body.readUInt32BE(4);
  if (8 + count * bytes > body.length) throw voiceCutShort();
  return Array.from({ length: count }, (_, i) => body.subarray(8 + i * bytes, 8 + (i + 1) * bytes));
}
