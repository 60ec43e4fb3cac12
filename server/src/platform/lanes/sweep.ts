import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/**
 * Looks every so often, in every process, for what has become due by itself. One look at a time; the process ends when the
 * one under way has come to a stop.
 */
export abstract class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly logger: Logger;
  /** A look that sees this goes on no further. */
  protected stopping = false;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  /**
   * @param everyMs 0: only when it is asked to
   * @param first what is looked for seldom is looked for when the process begins as well
   */
  protected constructor(
    name: string,
    private readonly everyMs: number,
    private readonly first: 'later' | 'at-once' = 'later',
  ) {
    this.logger = new Logger(name);
  }

  /** One look at everything that is due. */
  protected abstract sweep(): Promise<void>;

  /** Looks now; a second call while one look is under way waits for that one. */
  run(): Promise<void> {
    this.running ??= this.sweep().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  onApplicationBootstrap(): void {
    if (this.everyMs === 0) return;
    const look = () => {
      this.run().catch((error: unknown) => this.logger.error('the sweep broke off', explained(error)));
    };
    this.timer = setInterval(look, this.everyMs).unref();
    if (this.first === 'at-once') look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.running?.catch(() => {});
  }
}

export function explained(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
