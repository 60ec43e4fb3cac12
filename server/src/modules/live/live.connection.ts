import type { Writable } from 'node:stream';
import type { Actor } from '../../platform/auth/actor.js';
import type { Hint } from './live.hints.js';
import type { TicketHolder } from './live.tickets.js';

/** A reader that lets this much pile up does not read any more. */
const UNREAD_BYTES = 16 * 1024;
/** How soon a browser that lost the stream asks again. */
const RETRY_MS = 3_000;

/** One open stream, in the words of server-sent events. */
export class LiveConnection {
  readonly personId: string;
  readonly sessionId: string;

  constructor(
    holder: TicketHolder,
    public actor: Actor,
    /** When the actor's appointments were read. */
    public readAt: Date,
    private readonly out: Writable,
  ) {
    this.personId = holder.personId;
    this.sessionId = holder.sessionId;
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  whenGone(tell: () => void): void {
    this.out.once('close', tell);
    // A reader who went away in the middle of a write; `close` follows.
    this.out.on('error', () => {});
  }

  tell(changed: Pick<Hint, 'kind' | 'communityId'>): void {
    this.write(`event: changed\ndata: ${JSON.stringify(changed)}\n\n`);
  }

  /** Keeps proxies from closing what looks idle. */
  beat(): void {
    this.write(': beat\n\n');
  }

  end(): void {
    this.out.end();
  }

  private write(text: string): void {
    if (this.out.destroyed || this.out.writableEnded) return;
    this.out.write(text);
    if (this.out.writableLength > UNREAD_BYTES) this.out.destroy();
  }
}
