import { KeepStaffActs1765000019004 } from './migrations/1765000019004-KeepStaffActs.js';
import { StaffAct } from './staff-act.entity.js';

export { StaffModule } from './staff.module.js';
export { mayAppoint } from './staff.rules.js';

export const staffEntities = [StaffAct];
export const staffMigrations = [KeepStaffActs1765000019004];
