import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { type SignedLinkQueryDto, SignedLinks } from '../../platform/files/signed-links.js';
import { linkExpired, photoNotFound } from './photo.errors.js';
import { PHOTO_VARIANTS, type PhotoVariant } from './photo.storage.js';

/** Signed addresses of pictures. */
@Injectable()
export class PhotoLinks {
  private readonly links: SignedLinks;

  constructor(settings: Settings, clock: Clock) {
    this.links = new SignedLinks(settings, clock, 'photo-links');
  }

  /** Relative to the server. Whoever gets them may see the photo: ask the policy first. */
  urls(id: string): { url: string; thumbUrl: string } {
    return { url: this.url(id, 'full'), thumbUrl: this.url(id, 'thumb') };
  }

  /** The variant that the address allows, or a refusal. */
  check(id: string, variant: string, query: SignedLinkQueryDto): PhotoVariant {
    const known = PHOTO_VARIANTS.find((one) => one === variant);
    if (known === undefined) throw photoNotFound();
    if (!this.links.isGood(`${id}.${known}`, query)) throw linkExpired();
    return known;
  }

  private url(id: string, variant: PhotoVariant): string {
    return `/api/photos/${id}/${variant}?${this.links.query(`${id}.${variant}`)}`;
  }
}
