import { Module } from '@nestjs/common';
import { AreaModule } from '../area/index.js';
import { ClockRecords } from './clock.records.js';
import { ClockSweep } from './clock.sweep.js';
import { ClockPoliciesController } from './clock-policies.controller.js';
import { ClockPolicies } from './clock-policies.js';
import { ClockRows } from './clock-rows.js';
import { ClockVersions } from './clock-versions.js';
import { WorkCalendarsController } from './work-calendars.controller.js';

/** Limits, working time and clocks, for whatever has a promise with a time. */
@Module({
  imports: [AreaModule],
  controllers: [ClockPoliciesController, WorkCalendarsController],
  providers: [ClockRecords, ClockPolicies, ClockRows, ClockSweep, ClockVersions],
  exports: [ClockPolicies, ClockRows, ClockSweep],
})
export class ClockModule {}
