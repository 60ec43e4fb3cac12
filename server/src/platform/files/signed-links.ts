import { createHmac, timingSafeEqual } from 'node:crypto';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { Clock } from '../clock/clock.js';
import type { Settings } from '../config/settings.js';

const HOUR_SECONDS = 3600;
/** Signed addresses that are remembered; lists show the same pictures again and again. */
const REMEMBERED = 5_000;

/** What a signed address carries behind its question mark. */
export class SignedLinkQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  expires?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  signature?: string;
}

/**
 * Signed addresses of files, since what shows a picture or plays a sound sends no token. An address is good for one to
 * two hours, unless more are asked for, and the same for a whole hour, so that browsers keep what they have loaded.
 */
export class SignedLinks {
  private readonly key: Buffer;
  /** Of those that run out at `rememberedUntil`. */
  private readonly remembered = new Map<string, string>();
  private rememberedUntil = '';

  /** @param purpose what the addresses are of; those of one kind of file are good for no other */
  constructor(
    settings: Settings,
    private readonly clock: Clock,
    purpose: string,
  ) {
    this.key = createHmac('sha256', settings.tokenSecret).update(purpose).digest();
  }

  /** What to append to the address of `what`. Whoever gets it may open the file: ask the policy first. */
  query(what: string, wholeHours = 1): string {
    const hours = Math.ceil(this.clock.now().getTime() / 1000 / HOUR_SECONDS) + wholeHours;
    const expires = String(hours * HOUR_SECONDS);
    if (expires !== this.rememberedUntil || this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.rememberedUntil = expires;
    const before = this.remembered.get(what);
    if (before !== undefined) return before;
    const query = `expires=${expires}&signature=${this.sign(what, expires).toString('base64url')}`;
    this.remembered.set(what, query);
    return query;
  }

  isGood(what: string, { expires = '', signature = '' }: SignedLinkQueryDto): boolean {
    const given = Buffer.from(signature, 'base64url');
    const right = this.sign(what, expires);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
    // Only after the signature: an address that was made up should not learn what its expiry would be worth.
    return Number(expires) * 1000 > this.clock.now().getTime();
  }

  private sign(what: string, expires: string): Buffer {
    return createHmac('sha256', this.key).update(`${what}.${expires}`).digest();
  }
}
