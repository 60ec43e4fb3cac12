import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { CheckPlaces } from './audit.check-places.js';
import { AuditChecks } from './audit.checks.js';
import { AuditController } from './audit.controller.js';
import { AuditDesk } from './audit.desk.js';
import { AuditQueries } from './audit.queries.js';
import { AuditRecords } from './audit.records.js';

/** The auditor's side of the audit; everybody else only writes to it, through platform/audit. */
@Module({
  imports: [AreaModule],
  controllers: [AuditController],
  providers: [AuditRecords, AuditChecks, AuditDesk, AuditQueries, CheckPlaces],
})
export class AuditModule {}
