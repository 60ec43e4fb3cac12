import { CreateAudit1765000022000 } from './migrations/1765000022000-CreateAudit.js';

export const auditMigrations = [CreateAudit1765000022000];
