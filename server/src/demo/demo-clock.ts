import { Clock } from '../platform/clock/clock.js';

/** A clock that stands where it was put, so that a month can be lived through in seconds under the real rules. */
export class DemoClock extends Clock {
  private moment = new Date();

  set(moment: Date): void {
    this.moment = moment;
  }

  override now(): Date {
    return new Date(this.moment);
  }
}
