import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { IncidentModule } from '../incident/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { CheckPlaces } from './audit.check-places.js';
import { AuditChecks } from './audit.checks.js';
import { AuditController } from './audit.controller.js';
import { AuditDesk } from './audit.desk.js';
import { AuditDetailNames } from './audit.detail-names.js';
import { AuditQueries } from './audit.queries.js';
import { AuditRecords } from './audit.records.js';

/** The auditor's side of the audit; everybody else only writes to it, through platform/audit. */
@Module({
  imports: [AreaModule, IncidentModule, OrganisationModule],
  controllers: [AuditController],
  providers: [AuditRecords, AuditChecks, AuditDesk, AuditDetailNames, AuditQueries, CheckPlaces],
})
export class AuditModule {}
