import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { HomeModule } from '../home/index.js';
import { HouseholdActs } from './household.acts.js';
import { HouseholdAudience } from './household.audience.js';
import { HouseholdClaims } from './household.claims.js';
import { HouseholdFacts } from './household.facts.js';
import { HouseholdHistory } from './household.history.js';
import { HouseholdQueries } from './household.queries.js';
import { HouseholdReader } from './household.reader.js';
import { HouseholdRecords } from './household.records.js';
import { HouseholdSales } from './household.sales.js';
import { HouseholdTimeline } from './household.timeline.js';
import { HouseholdsController } from './households.controller.js';
import { MembersInBuildings } from './members-in-buildings.js';

/** Households: who lives in which home, by their own word, found right by somebody else. */
@Module({
  imports: [AreaModule, HomeModule],
  controllers: [HouseholdsController],
  providers: [
    HouseholdRecords,
    HouseholdActs,
    HouseholdAudience,
    HouseholdClaims,
    HouseholdFacts,
    HouseholdHistory,
    HouseholdQueries,
    HouseholdReader,
    HouseholdSales,
    HouseholdTimeline,
    MembersInBuildings,
  ],
  exports: [HouseholdAudience, HouseholdFacts, HouseholdHistory],
})
export class HouseholdModule {}
