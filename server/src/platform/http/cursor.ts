import { cursorInvalid } from './request.errors.js';
import { isUuidV7 } from './validators.js';

/** Where a page of a list ended: the moments it is sorted by, then the id to tell equal ones apart. */
export interface Cursor {
  moments: (Date | null)[];
  id: string;
}

/** Opaque to clients, so that the order of a list can change without breaking them. */
export function encodeCursor({ moments, id }: Cursor): string {
  const times = moments.map((moment) => moment?.getTime() ?? null);
  return Buffer.from(JSON.stringify([...times, id])).toString('base64url');
}

/** Reads a cursor made of so many moments; anything else is refused. */
export function decodeCursor(text: string, momentCount: number): Cursor {
  const parts = parse(text);
  if (!Array.isArray(parts) || parts.length !== momentCount + 1) throw cursorInvalid();
  const id: unknown = parts.pop();
  if (!isUuidV7(id) || !parts.every(isMoment)) throw cursorInvalid();
  return { id, moments: parts.map((time) => (time === null ? null : new Date(time))) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function isMoment(value: unknown): value is number | null {
  return (
    value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 4e12)
  );
}
