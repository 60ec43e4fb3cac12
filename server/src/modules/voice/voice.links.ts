import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { type SignedLinkQueryDto, SignedLinks } from '../../platform/files/signed-links.js';
import type { VoiceNoteDto } from './dto/voice.dto.js';
import { voiceLinkExpired } from './voice.errors.js';
import type { VoiceNote } from './voice-note.entity.js';

/** Signed addresses of recordings. */
@Injectable()
export class VoiceLinks {
  private readonly links: SignedLinks;

  constructor(settings: Settings, clock: Clock) {
    this.links = new SignedLinks(settings, clock, 'voice-links');
  }

  /** Whoever gets it may listen: ask the policy first. The file's name ends as some players want to see it. */
  noteOf({ id, format, durationMs }: Pick<VoiceNote, 'id' | 'format' | 'durationMs'>): VoiceNoteDto {
    return { id, durationMs, url: `/api/voices/${id}/voice.${format}?${this.links.query(id)}` };
  }

  check(id: string, query: SignedLinkQueryDto): void {
    if (!this.links.isGood(id, query)) throw voiceLinkExpired();
  }
}
