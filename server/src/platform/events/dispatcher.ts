import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { MAX_ATTEMPTS } from './back-off.js';
import { ClaimLost, EffectRunner } from './effect-runner.js';
import { EffectsRegistry } from './effects.registry.js';
import { type Claim, EventQueue } from './event-queue.js';
import { failureWords } from './failure.words.js';
import { Nudges } from './nudges.js';
import { chooseOldest, subjectKey } from './order.js';

/** Events under way at once in one process; each takes one of the database's connections. */
const SLOTS = 4;
const LOOK_AT = 32;
const STOP_WITHIN_MS = 10_000;

/**
 * Runs the effects of what happened: woken when this process has committed events, and looking by itself for what
 * others left. Any number of processes may do this at once.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Dispatcher');
  private readonly name = `${process.pid}-${randomBytes(4).toString('hex')}`;
  private readonly underWay = new Map<string, Promise<void>>();
  private claims = 0;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private stopping = false;
  private away = false;

  constructor(
    private readonly settings: Settings,
    private readonly nudges: Nudges,
    private readonly queue: EventQueue,
    private readonly effects: EffectsRegistry,
    private readonly runner: EffectRunner,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.dispatchMs === 0) return;
    this.nudges.listen(() => this.look());
    this.timer = setInterval(() => this.look(), this.settings.dispatchMs);
    this.timer.unref();
    this.look();
  }

  /** Finishes what is under way; what takes too long is taken over by another process when its lease has run out. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    const finished = Promise.resolve(this.looking).then(() => Promise.all(this.underWay.values()));
    await Promise.race([finished, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
  }

  private look(): void {
    if (this.stopping) return;
    if (this.looking !== null) {
      this.lookAgain = true;
      return;
    }
    this.looking = this.takeSome()
      .then(
        () => this.back(),
        (error: unknown) => this.gone(error),
      )
      .then(() => {
        this.looking = null;
        const again = this.lookAgain;
        this.lookAgain = false;
        if (again) this.look();
      });
  }

  private async takeSome(): Promise<void> {
    const slots = SLOTS - this.underWay.size;
    if (slots <= 0) return;
    const waiting = await this.queue.waiting(LOOK_AT);
    for (const event of chooseOldest(waiting, new Set(this.underWay.keys()), slots)) {
      if (this.stopping) return;
      this.claims += 1;
      const claim = await this.queue.claim(event, `${this.name}-${this.claims}`, this.settings.leaseMs);
      if (claim !== null) this.begin(claim);
    }
  }

  private begin(claim: Claim): void {
    const key = subjectKey(claim.event);
    const work = this.live(claim)
      .catch((error: unknown) => this.gone(error))
      .finally(() => {
        this.underWay.delete(key);
        this.look();
      });
    this.underWay.set(key, work);
  }

  private async live(claim: Claim): Promise<void> {
    const renewing = setInterval(() => {
      // A renewal that fails is noticed where it matters: every effect asks whether the event is still ours.
      this.queue.renew(claim, this.settings.leaseMs).catch(() => {});
    }, this.settings.leaseMs / 3);
    try {
      const failure = this.exhausted(claim) ?? (await this.runAll(claim));
      if (failure === null) await this.queue.finish(claim);
      else if (await this.queue.fail(claim, failure)) {
        this.logger.error(`event ${claim.event.id} (${claim.event.type}) is dead: ${failure}`);
      }
    } catch (error) {
      if (!(error instanceof ClaimLost)) throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  /** Tried that often without an end: what runs it ends with the process, and would for ever. */
  private exhausted({ attempts }: Claim): string | null {
    return attempts > MAX_ATTEMPTS ? 'the process ended in the middle, again and again' : null;
  }

  /** Each effect gets its chance, also after another failed; gives back what went wrong first. */
  private async runAll(claim: Claim): Promise<string | null> {
    let failure: string | null = null;
    for (const effect of this.effects.answering(claim.event.type)) {
      try {
        await this.runner.run(effect, claim);
      } catch (error) {
        if (error instanceof ClaimLost) throw error;
        const words = failureWords(effect.name, error);
        this.logger.warn(`event ${claim.event.id}, try ${claim.attempts}: ${words}`);
        failure ??= words;
      }
    }
    return failure;
  }

  /** The database is away: said once, then looked for again and again. */
  private gone(error: unknown): void {
    if (!this.away) this.logger.warn(`cannot look for events: ${failureWords('dispatcher', error)}`);
    this.away = true;
  }

  private back(): void {
    if (this.away) this.logger.log('looking for events again');
    this.away = false;
  }
}
