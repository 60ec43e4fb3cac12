import type { Readable } from 'node:stream';
import { exportsBusy, exportUnderWay } from './privacy.errors.js';

/** Whoever has much keeps the database busy while it is written to them: so many at once, and not more. */
const AT_ONCE = 3;
/** A telephone that no longer listens does not keep others waiting longer than this. */
const LONGEST_MS = 5 * 60_000;

/** Whose export this process is gathering or writing. */
export class Gatherings {
  private readonly underWay = new Set<string>();

  /** Gives back what ends it; until then their other links wait. */
  begin(personId: string): () => void {
    if (this.underWay.has(personId)) throw exportUnderWay();
    if (this.underWay.size >= AT_ONCE) throw exportsBusy();
    this.underWay.add(personId);
    let over = false;
    return () => {
      if (!over) this.underWay.delete(personId);
      over = true;
    };
  }
}

/** However the download ends, also when it is broken off. */
export function endWith(pieces: Readable, end: () => void, longestMs = LONGEST_MS): Readable {
  const enough = setTimeout(() => pieces.destroy(), longestMs);
  enough.unref();
  return pieces.once('close', () => {
    clearTimeout(enough);
    end();
  });
}
