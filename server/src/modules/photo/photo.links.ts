import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { linkExpired, photoNotFound } from './photo.errors.js';
import { PHOTO_VARIANTS, type PhotoVariant } from './photo.storage.js';

const HOUR_SECONDS = 3600;

/**
 * Signed addresses of pictures, since an image element sends no token. An address is good for one to two hours and the
 * same for a whole hour, so that browsers keep what they have loaded.
 */
@Injectable()
export class PhotoLinks {
  private readonly key: Buffer;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    this.key = createHmac('sha256', settings.tokenSecret).update('photo-links').digest();
  }

  /** Relative to the server. Whoever gets them may see the photo: ask the policy first. */
  urls(id: string): { url: string; thumbUrl: string } {
    return { url: this.url(id, 'full'), thumbUrl: this.url(id, 'thumb') };
  }

  /** The variant that the address allows, or a refusal. */
  check(
    id: string,
    variant: string,
    expires: string | undefined,
    signature: string | undefined,
  ): PhotoVariant {
    const known = PHOTO_VARIANTS.find((one) => one === variant);
    if (known === undefined) throw photoNotFound();
    const given = Buffer.from(signature ?? '', 'base64url');
    const right = this.sign(id, known, expires ?? '');
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw linkExpired();
    // Only after the signature: an address that was made up should not learn what its expiry would be worth.
    if (Number(expires) * 1000 <= this.clock.now().getTime()) throw linkExpired();
    return known;
  }

  private url(id: string, variant: PhotoVariant): string {
    const hours = Math.ceil(this.clock.now().getTime() / 1000 / HOUR_SECONDS) + 1;
    const expires = String(hours * HOUR_SECONDS);
    const signature = this.sign(id, variant, expires).toString('base64url');
    return `/api/photos/${id}/${variant}?expires=${expires}&signature=${signature}`;
  }

  private sign(id: string, variant: PhotoVariant, expires: string): Buffer {
    return createHmac('sha256', this.key).update(`${id}.${variant}.${expires}`).digest();
  }
}
