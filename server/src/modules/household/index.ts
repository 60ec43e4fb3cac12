import { HomeClaimQuota } from './home-claim-quota.entity.js';
import { HouseholdMember } from './household-member.entity.js';
import { HouseholdMemberAction } from './household-member-action.entity.js';
import { CreateHouseholds1765000018000 } from './migrations/1765000018000-CreateHouseholds.js';
import { LayHomesWhereTheirBuildingsLie1765000025000 } from './migrations/1765000025000-LayHomesWhereTheirBuildingsLie.js';
import { FindWhoLivesWhere1765000046000 } from './migrations/1765000046000-FindWhoLivesWhere.js';

export { type AudienceCount, HouseholdAudience, type Whereabouts } from './household.audience.js';
export { HouseholdFacts } from './household.facts.js';
export { HouseholdHistory, type LivedMemberStep, type LivedMembership } from './household.history.js';
export { HouseholdModule } from './household.module.js';
export type { HouseholdMember } from './household-member.entity.js';

export const householdEntities = [HomeClaimQuota, HouseholdMember, HouseholdMemberAction];
export const householdMigrations = [
  CreateHouseholds1765000018000,
  LayHomesWhereTheirBuildingsLie1765000025000,
  FindWhoLivesWhere1765000046000,
];
