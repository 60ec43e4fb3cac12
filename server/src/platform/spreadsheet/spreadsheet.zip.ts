import { inflateRawSync } from 'node:zlib';

/** What opening a file would come to. */
export type ZipVerdict = 'fits' | 'too-large' | 'unreadable';

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MOST_COMMENT_BYTES = 65_535;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const FILE_SIGNATURE = 0x04034b50;
const FILE_BYTES = 30;
const MOST_ENTRIES = 1_000;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * Unpacks every part once and throws it away, with a limit on all of them together: what a zip says of its own sizes is
 * whatever its maker wrote there, and the library that reads it afterwards believes it.
 */
export function unpacksWithin(
  file: Buffer,
  mostBytes: number,
  look: (name: string, content: Buffer) => void = () => {},
): ZipVerdict {
  const end = findEnd(file);
  if (end === null) return 'unreadable';
  const entries = file.readUInt16LE(end + 10);
  const directoryBytes = file.readUInt32LE(end + 12);
  const directory = file.readUInt32LE(end + 16);
  // Anything before or between would be read differently by different readers.
  if (entries === 0 || directory + directoryBytes !== end) return 'unreadable';
  if (entries > MOST_ENTRIES) return 'too-large';
  let left = mostBytes;
  let at = directory;
  for (let entry = 0; entry < entries; entry++) {
    if (at + ENTRY_BYTES > end || file.readUInt32LE(at) !== ENTRY_SIGNATURE) return 'unreadable';
    const content = unpacked(file, at, left);
    if (typeof content === 'string') return content;
    left -= content.length;
    if (left < 0) return 'too-large';
    look(file.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + file.readUInt16LE(at + 28)), content);
    at += ENTRY_BYTES + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return at === end ? 'fits' : 'unreadable';
}

function findEnd(file: Buffer): number | null {
  const earliest = Math.max(0, file.length - END_BYTES - MOST_COMMENT_BYTES);
  for (let at = file.length - END_BYTES; at >= earliest; at--) {
    if (file.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return null;
}

function unpacked(file: Buffer, entry: number, most: number): Buffer | ZipVerdict {
  const flags = file.readUInt16LE(entry + 8);
  const method = file.readUInt16LE(entry + 10);
  const packed = file.readUInt32LE(entry + 20);
  const local = file.readUInt32LE(entry + 42);
  if (flags & ENCRYPTED || local + FILE_BYTES > file.length) return 'unreadable';
  if (file.readUInt32LE(local) !== FILE_SIGNATURE) return 'unreadable';
  const start = local + FILE_BYTES + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (start + packed > file.length) return 'unreadable';
  if (method === STORED) return file.subarray(start, start + packed);
  if (method !== DEFLATED) return 'unreadable';
  try {
    return inflateRawSync(file.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable';
  }
}
