export { AccountsHistory, type LivedAccount } from './accounts/accounts.history.js';
export { AccountsService } from './accounts/accounts.service.js';
export { FirstAdmin } from './accounts/first-admin.js';
export { type AppointmentInForce, AppointmentsService, NOT_ON_LEAVE } from './appointments.service.js';
export { Contacts } from './contacts.js';
export { IdentityModule } from './identity.module.js';
export { identityEntities, identityMigrations } from './identity.tables.js';
export { HAS_PEOPLE } from './organisation-people.js';
export { PeopleService } from './people.service.js';
export { PhoneCodesService, type SentCode } from './phone-codes.service.js';
export { MOBILE, maskedPhone } from './phone-number.js';
export { type KeptRows, OF_COURSE, OF_OFFICE, pagesOf, WHILE_HERE } from './records/kept-rows.js';
export {
  ERASED_NAME,
  type ErasedFiles,
  type ExportItem,
  type ExportPart,
  type Holding,
  type MergeConflict,
  type Moved,
  onePage,
  type PersonRecordKeeper,
  PersonRecords,
} from './records/person-records.js';
export { RowKeeper } from './records/row-keeper.js';
export { SessionsService } from './sessions.service.js';
export { SmsSender } from './sms-sender.js';
export { GUESSABLE } from './throttle.js';
