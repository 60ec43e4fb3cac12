import type { ByteRange } from '../../platform/files/file-storage.js';
import { voicePartUnfit } from './voice.errors.js';

const ONE_RANGE = /^bytes=(\d{0,12})-(\d{0,12})$/;

/**
 * Which part of the file is asked for; null: all of it. An iPhone plays nothing that cannot be had in parts. Several parts
 * at once, or words we do not know, are answered with the whole, as HTTP allows.
 */
export function partOf(asked: string | undefined, bytes: number): ByteRange | null {
  const [, from = '', to = ''] = ONE_RANGE.exec(asked ?? '') ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (first > last) throw voicePartUnfit();
  return { first, last };
}
