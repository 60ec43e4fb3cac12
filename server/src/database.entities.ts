import { areaEntities, areaMigrations } from './modules/area/index.js';
import { clockEntities, clockMigrations } from './modules/clock/index.js';
import { contactEntities, contactMigrations } from './modules/contact/index.js';
import { contentEntities, contentMigrations } from './modules/content/index.js';
import { homeEntities, homeMigrations } from './modules/home/index.js';
import { hotlineEntities, hotlineMigrations } from './modules/hotline/index.js';
import { householdEntities, householdMigrations } from './modules/household/index.js';
import { identityEntities, identityMigrations } from './modules/identity/index.js';
import { incidentEntities, incidentMigrations } from './modules/incident/index.js';
import { messageEntities, messageMigrations } from './modules/message/index.js';
import { noticeEntities, noticeMigrations } from './modules/notice/index.js';
import { organisationEntities, organisationMigrations } from './modules/organisation/index.js';
import { photoEntities, photoMigrations } from './modules/photo/index.js';
import { privacyEntities, privacyMigrations } from './modules/privacy/index.js';
import { staffEntities, staffMigrations } from './modules/staff/index.js';
import { voiceEntities, voiceMigrations } from './modules/voice/index.js';
import { auditMigrations } from './platform/audit/audit.tables.js';
import type { DatabaseContents } from './platform/database/data-source.js';
import { eventMigrations } from './platform/events/events.tables.js';

/** Every module's tables, in the order in which their first migrations run. */
export const databaseContents: DatabaseContents = {
  entities: [
    ...identityEntities,
    ...areaEntities,
    ...homeEntities,
    ...householdEntities,
    ...organisationEntities,
    ...photoEntities,
    ...voiceEntities,
    ...contentEntities,
    ...incidentEntities,
    ...hotlineEntities,
    ...clockEntities,
    ...messageEntities,
    ...contactEntities,
    ...noticeEntities,
    ...privacyEntities,
    ...staffEntities,
  ],
  migrations: [
    ...identityMigrations,
    ...areaMigrations,
    ...homeMigrations,
    ...householdMigrations,
    ...organisationMigrations,
    ...photoMigrations,
    ...incidentMigrations,
    ...hotlineMigrations,
    ...clockMigrations,
    ...contentMigrations,
    ...eventMigrations,
    ...messageMigrations,
    ...voiceMigrations,
    ...contactMigrations,
    ...noticeMigrations,
    ...privacyMigrations,
    ...staffMigrations,
    ...auditMigrations,
  ],
};
