import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Sweep } from '../lanes/sweep.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What is left after so many goes waits for the next time, so that other work gets through. */
const GOES = 50;

/** Takes away a bounded number of what was uploaded before a moment and never used; gives back how many there were. */
type TakeAway = (before: Date) => Promise<number>;

/**
 * Pictures and recordings that were uploaded with a report that was never sent: they show people and homes, and nobody will
 * ever look at them. A phone keeps its own copy with the draft.
 */
@Injectable()
export class UnusedUploads extends Sweep {
  private readonly kinds: TakeAway[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super('UnusedUploads', HOUR_MS, 'at-once');
  }

  /** Whoever keeps uploads of a kind says here how to take the unused ones away. */
  watch(takeAway: TakeAway): void {
    this.kinds.push(takeAway);
  }

  protected async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.settings.uploadsKeepDays * DAY_MS);
    for (const takeAway of this.kinds) {
      for (let go = 0; go < GOES && !this.stopping && (await takeAway(before)) > 0; go++);
    }
  }
}
