interface Turn {
  what: string;
  begin: () => void;
}

/**
 * One thing after another. What is tapped while something else is under way waits for its answer: a list asked for meanwhile may
 * show the next step before the answer to the last one is here. The same thing again is the same tap.
 */
export class Turns {
  private running: string | null = null;
  private next: Turn | null = null;

  /** Nothing is under way. */
  get free(): boolean {
    return this.running === null;
  }

  /** Begins it now, or when what is under way has ended. */
  take(what: string, begin: () => void): void {
    if (this.running === what) return;
    if (this.running !== null) {
      this.next = { what, begin };
      return;
    }
    this.running = what;
    begin();
  }

  /** What is under way has its answer. After a refusal nothing follows by itself: the screen says why and is asked for again. */
  end(well: boolean): void {
    const next = well ? this.next : null;
    this.running = null;
    this.next = null;
    if (next !== null) this.take(next.what, next.begin);
  }
}
