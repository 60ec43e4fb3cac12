/** The one source of "now" (milliseconds precision). Rules take `now` as an argument; only services ask the clock. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
