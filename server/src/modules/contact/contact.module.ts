import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { IdentityModule } from '../identity/index.js';
import { ContactRecords } from './contact.records.js';
import { DutyPhones } from './duty-phones.service.js';
import { WhomToCallController } from './whom-to-call.controller.js';
import { WorkCardController } from './work-card.controller.js';
import { WorkCards } from './work-cards.service.js';
import { WorkerCards } from './worker-cards.reader.js';

/** Whom residents call: who serves their grid, with a number where that person agreed, and the community's own. */
@Module({
  imports: [AreaModule, IdentityModule],
  controllers: [WhomToCallController, WorkCardController],
  providers: [ContactRecords, DutyPhones, WorkCards, WorkerCards],
  exports: [DutyPhones, WorkCards],
})
export class ContactModule {}
