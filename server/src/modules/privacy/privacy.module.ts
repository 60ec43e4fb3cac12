import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller.js';
import { GuardiansController } from './guardians.controller.js';
import { MyPrivacyController } from './my-privacy.controller.js';
import { PrivacyConsents } from './privacy.consents.js';
import { PrivacyCorrections } from './privacy.corrections.js';
import { PrivacyErasures } from './privacy.erasures.js';
import { PrivacyExports } from './privacy.exports.js';
import { PrivacyGuardians } from './privacy.guardians.js';
import { PrivacyLeaving } from './privacy.leaving.js';
import { PrivacyReader } from './privacy.reader.js';
import { PrivacyRecords } from './privacy.records.js';
import { PrivacySweep } from './privacy.sweep.js';

/** What people are told, agree to and take back, and what they may ask of us. */
@Module({
  controllers: [ExportsController, GuardiansController, MyPrivacyController],
  providers: [
    PrivacyConsents,
    PrivacyCorrections,
    PrivacyErasures,
    PrivacyExports,
    PrivacyGuardians,
    PrivacyLeaving,
    PrivacyReader,
    PrivacyRecords,
    PrivacySweep,
  ],
  exports: [PrivacyConsents, PrivacyErasures],
})
export class PrivacyModule {}
