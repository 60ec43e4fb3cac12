import { CreatePrivacy1765000030001 } from './migrations/1765000030001-CreatePrivacy.js';
import { EndExportsWithTheirSession1765000042000 } from './migrations/1765000042000-EndExportsWithTheirSession.js';
import { PrivacyConsent } from './privacy-consent.entity.js';
import { PrivacyErasure } from './privacy-erasure.entity.js';
import { PrivacyExport } from './privacy-export.entity.js';
import { PrivacyGuardian } from './privacy-guardian.entity.js';

export { PrivacyConsents } from './privacy.consents.js';
export { PrivacyErasures } from './privacy.erasures.js';
export { PrivacyModule } from './privacy.module.js';

export const privacyEntities = [PrivacyConsent, PrivacyErasure, PrivacyExport, PrivacyGuardian];
export const privacyMigrations = [CreatePrivacy1765000030001, EndExportsWithTheirSession1765000042000];
