import type { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type Actor, actorMay } from '../../platform/auth/actor.js';
import { ActorLoader } from '../../platform/auth/appointments.port.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { EventTail } from '../../platform/events/event-tail.js';
import { Nudges } from '../../platform/events/nudges.js';
import { LiveConnection } from './live.connection.js';
import { noRoomToListen, ticketInvalid } from './live.errors.js';
import { hintsOf, sayable } from './live.hints.js';
import { Seats } from './live.seats.js';
import type { TicketHolder } from './live.tickets.js';

const LIMITS = { perPerson: 3, inAll: 1_000 };
const LOOK_MS = 1_000;
/** Many commits in a row are told of together. */
const REST_MS = 50;
/** Nobody is told anything by appointments older than this. */
const STALE_MS = 30_000;

/** Somebody who may listen. */
export interface Listener extends TicketHolder {
  actor: Actor;
  readAt: Date;
}

/** The open streams of this process. Each process reads the same table, so it does not matter where somebody listens. */
@Injectable()
export class LiveConnections implements OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly seats = new Seats<LiveConnection>(LIMITS);
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private lookAgain = false;
  private closing = false;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly actors: ActorLoader,
    private readonly tail: EventTail,
    nudges: Nudges,
  ) {
    nudges.listen(() => this.look());
  }

  /** Who the ticket's holder is now; a refusal when their session has ended or there is no room. */
  async admit(holder: TicketHolder): Promise<Listener> {
    const readAt = this.clock.now();
    const actor = await this.actors.load(holder.personId, holder.sessionId);
    if (actor === null || !actorMay(actor, 'live.listen')) throw ticketInvalid();
    if (this.closing || !this.seats.hasRoomFor(holder.personId)) throw noRoomToListen();
    return { ...holder, actor, readAt };
  }

  open(listener: Listener, out: Writable): void {
    const connection = new LiveConnection(listener, listener.actor, listener.readAt, out);
    const beating = setInterval(() => void this.beat(connection), this.settings.liveBeatMs);
    connection.whenGone(() => {
      clearInterval(beating);
      this.seats.leave(connection);
      if (this.seats.count === 0) this.rest();
    });
    for (const oldest of this.seats.take(connection)) oldest.end();
    if (this.closing) connection.end();
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
  }

  /** Before the server waits for its open connections to end. */
  onModuleDestroy(): void {
    this.closing = true;
    this.rest();
    for (const connection of this.seats.all) connection.end();
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Reads the person's appointments again; who has none to listen by, or has signed out, is let go. */
  private async beat(connection: LiveConnection): Promise<void> {
    try {
      const readAt = this.clock.now();
      const actor = await this.actors.load(connection.personId, connection.sessionId);
      if (actor === null || !actorMay(actor, 'live.listen')) return connection.end();
      connection.actor = actor;
      connection.readAt = readAt;
    } catch {
      // The database is away: the old appointments hold for the little while they may.
    }
    if (this.isStale(connection)) connection.end();
    else connection.beat();
  }

  private isStale({ readAt }: LiveConnection): boolean {
    return this.clock.now().getTime() - readAt.getTime() > STALE_MS;
  }

  private look(): void {
    if (this.seats.count === 0 || this.closing) return;
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    this.looking = true;
    this.tellAll()
      .catch(() => this.logger.debug('cannot look for events now; the next look makes up for it'))
      .then(() => pause(REST_MS, undefined, { ref: false }))
      .then(() => {
        this.looking = false;
        const again = this.lookAgain;
        this.lookAgain = false;
        if (again) this.look();
      });
  }

  private async tellAll(): Promise<void> {
    const events = await this.tail.look();
    const hints = events.flatMap(hintsOf);
    if (hints.length === 0) return;
    for (const connection of [...this.seats.all]) {
      if (this.isStale(connection)) continue;
      for (const changed of sayable(connection.actor, hints)) connection.tell(changed);
    }
  }
}
