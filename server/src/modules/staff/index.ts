import { KeepStaffActs1765000019004 } from './migrations/1765000019004-KeepStaffActs.js';
import { StaffAct } from './staff-act.entity.js';

export { OrganisationDesk } from './organisations/organisation-desk.service.js';
export { type AppointmentFact, StaffFacts } from './staff.facts.js';
export { StaffModule } from './staff.module.js';
export { StaffPeople } from './staff.people.js';
export { mayAppoint } from './staff.rules.js';
export { StaffService } from './staff.service.js';

export const staffEntities = [StaffAct];
export const staffMigrations = [KeepStaffActs1765000019004];
