import { Module } from '@nestjs/common';
import { VoiceController } from './voice.controller.js';
import { VoiceLinks } from './voice.links.js';
import { VoiceRecords } from './voice.records.js';
import { VoiceService } from './voice.service.js';

/** Recordings: what they may be, where they lie, by which address they are heard. Who may hear one, its incident says. */
@Module({
  controllers: [VoiceController],
  providers: [VoiceRecords, VoiceLinks, VoiceService],
  exports: [VoiceLinks, VoiceService],
})
export class VoiceModule {}
