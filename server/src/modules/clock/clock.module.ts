import { Module } from '@nestjs/common';
import { ClockSweep } from './clock.sweep.js';
import { ClockPolicies } from './clock-policies.js';
import { ClockRows } from './clock-rows.js';

/** Limits, working time and clocks, for whatever has a promise with a time. */
@Module({
  providers: [ClockPolicies, ClockRows, ClockSweep],
  exports: [ClockPolicies, ClockRows, ClockSweep],
})
export class ClockModule {}
