import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

/** Looks again and again, at once when nudged, one round after the other; a round that fails is no reason to stop. */
export class Lane {
  private readonly logger: Logger;
  private running: Promise<void> | null = null;
  private stopped = false;
  private nudged = false;
  private asleep = new AbortController();
  private failing = false;

  /** `round` says whether there may be more to do right now. */
  constructor(
    name: string,
    private readonly round: () => Promise<boolean>,
    private readonly everyMs: number,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.running ??= this.run();
  }

  nudge(): void {
    this.nudged = true;
    this.asleep.abort();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.asleep.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.nudged = false;
      const more = await this.tried();
      if (more || this.nudged || this.stopped) continue;
      this.asleep = new AbortController();
      await pause(this.everyMs, undefined, { signal: this.asleep.signal, ref: false }).catch(() => {});
    }
  }

  private async tried(): Promise<boolean> {
    try {
      const more = await this.round();
      this.failing = false;
      return more;
    } catch (error) {
      // Said once, not every second, while the database is away.
      if (!this.failing) this.logger.warn(error instanceof Error ? error.message : String(error));
      this.failing = true;
      return false;
    }
  }
}
