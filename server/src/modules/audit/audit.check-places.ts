import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CheckedTo, KeptRoot } from '../../platform/audit/audit-verifier.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { checkPlaceInvalid } from './audit.errors.js';

const GOOD_FOR_MS = 6 * 3_600_000;

/** A check on its way: who makes it, since when, and with which kept root. */
export interface Check {
  personId: string;
  began: Date;
  kept: KeptRoot | null;
}

/**
 * Where a check goes on, signed: only one that went through everything before has it, so that nobody can begin near the
 * end, or end today what was begun before something was changed, and have it written down as sound.
 */
@Injectable()
export class CheckPlaces {
  private readonly key: Buffer;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    this.key = createHmac('sha256', settings.tokenSecret).update('audit-checks').digest();
  }

  write(place: CheckedTo, check: Check): string {
    const words = JSON.stringify({ began: check.began.getTime(), place });
    return `${Buffer.from(words).toString('base64url')}.${this.sign(words, check).toString('base64url')}`;
  }

  read(text: string, { personId, kept }: Omit<Check, 'began'>): { place: CheckedTo; began: Date } {
    const [encoded = '', signature = '', ...rest] = text.split('.');
    const words = Buffer.from(encoded, 'base64url').toString('utf8');
    const given = Buffer.from(signature, 'base64url');
    const right = this.sign(words, { personId, kept });
    if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right))
      throw checkPlaceInvalid();
    const { began, place } = JSON.parse(words) as { began: number; place: CheckedTo };
    if (this.clock.now().getTime() - began > GOOD_FOR_MS) throw checkPlaceInvalid();
    return { place, began: new Date(began) };
  }

  private sign(words: string, { personId, kept }: Omit<Check, 'began'>): Buffer {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([words, personId, kept?.seq ?? null, kept?.hash ?? null]))
      .digest();
  }
}
