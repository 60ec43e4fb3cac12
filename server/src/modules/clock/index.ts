import { ClockRow } from './clock.entity.js';
import { ClockPolicy } from './clock-policy.entity.js';
import { CompleteClocks1765000002000 } from './migrations/1765000002000-CompleteClocks.js';
import { WorkCalendar } from './work-calendar.entity.js';

export type { ClockRow, ClockSubject } from './clock.entity.js';
export { ClockModule } from './clock.module.js';
export { ClockSweep } from './clock.sweep.js';
export { ClockPolicies, type ClockRules, type DifficultyLimits, type PolicyPlace } from './clock-policies.js';
export { type ClockOwner, ClockRows, type KeptClock } from './clock-rows.js';
export { type ClockState, isBreached } from './clock-state.js';

export const clockEntities = [ClockRow, ClockPolicy, WorkCalendar];
export const clockMigrations = [CompleteClocks1765000002000];
