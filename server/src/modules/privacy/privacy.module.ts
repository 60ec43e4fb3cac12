import { Module } from '@nestjs/common';
import { MyPrivacyController } from './my-privacy.controller.js';
import { PrivacyConsents } from './privacy.consents.js';
import { PrivacyReader } from './privacy.reader.js';

/** What people are told, agree to and take back, and what they may ask of us. */
@Module({
  controllers: [MyPrivacyController],
  providers: [PrivacyConsents, PrivacyReader],
  exports: [PrivacyConsents],
})
export class PrivacyModule {}
