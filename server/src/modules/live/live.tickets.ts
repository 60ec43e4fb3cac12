import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { ticketInvalid } from './live.errors.js';

const GOOD_FOR_MS = 60_000;

export interface TicketHolder {
  personId: string;
  sessionId: string;
}

/**
 * A browser's event stream sends no token, and its address ends up in logs: so the address carries a ticket that opens
 * the stream and nothing else, for a minute, and only while the session lasts.
 */
@Injectable()
export class LiveTickets {
  private readonly key: Buffer;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    this.key = createHmac('sha256', settings.tokenSecret).update('live-tickets').digest();
  }

  issue({ personId, sessionId }: TicketHolder): { ticket: string; expiresAt: Date } {
    const expiresAt = new Date(this.clock.now().getTime() + GOOD_FOR_MS);
    const words = `${personId}.${sessionId}.${expiresAt.getTime()}`;
    return { ticket: `${words}.${this.sign(words).toString('base64url')}`, expiresAt };
  }

  /** Whom it was given to; a refusal when it is forged or too old. */
  read(ticket: string): TicketHolder {
    const [personId = '', sessionId = '', expires = '', signature = '', ...rest] = ticket.split('.');
    const given = Buffer.from(signature, 'base64url');
    const right = this.sign(`${personId}.${sessionId}.${expires}`);
    if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) {
      throw ticketInvalid();
    }
    if (Number(expires) <= this.clock.now().getTime()) throw ticketInvalid();
    return { personId, sessionId };
  }

  private sign(words: string): Buffer {
    return createHmac('sha256', this.key).update(words).digest();
  }
}
