import { CreateAudit1765000022000 } from './migrations/1765000022000-CreateAudit.js';
import { BeginAuditAtASeal1765000027000 } from './migrations/1765000027000-BeginAuditAtASeal.js';

export const auditMigrations = [CreateAudit1765000022000, BeginAuditAtASeal1765000027000];
