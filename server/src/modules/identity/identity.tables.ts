import { FormerPassword } from './accounts/former-password.entity.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentLeave } from './appointment-leave.entity.js';
import { CreateIdentity1764000001000 } from './migrations/1764000001000-CreateIdentity.js';
import { AppointToEstatesAndBuildings1765000019000 } from './migrations/1765000019000-AppointToEstatesAndBuildings.js';
import { LeavesAndStandIns1765000019003 } from './migrations/1765000019003-LeavesAndStandIns.js';
import { SecureAccounts1765000020000 } from './migrations/1765000020000-SecureAccounts.js';
import { FindPeopleByName1765000022001 } from './migrations/1765000022001-FindPeopleByName.js';
import { MergePeople1765000028000 } from './migrations/1765000028000-MergePeople.js';
import { FindWhatIsSomebodys1765000028001 } from './migrations/1765000028001-FindWhatIsSomebodys.js';
import { KeepMerges1765000028002 } from './migrations/1765000028002-KeepMerges.js';
import { KnowWhoAgreed1765000030000 } from './migrations/1765000030000-KnowWhoAgreed.js';
import { MoveWhatComesLate1765000052000 } from './migrations/1765000052000-MoveWhatComesLate.js';
import { FindOldCounts1765000052002 } from './migrations/1765000052002-FindOldCounts.js';
import { OneTimeCode } from './one-time-code.entity.js';
import { PasswordFailure } from './password-failure.entity.js';
import { Person } from './person.entity.js';
import { PersonLogin } from './person-login.entity.js';
import { PhoneCodeQuota } from './phone-code-quota.entity.js';
import { RefreshToken } from './refresh-token.entity.js';
import { RecoveryCode } from './second-step/recovery-code.entity.js';
import { SecondStep } from './second-step/second-step.entity.js';
import { Session } from './session.entity.js';
import { SignInTicket } from './sign-in/sign-in-ticket.entity.js';

export const identityEntities = [
  Appointment,
  AppointmentLeave,
  FormerPassword,
  OneTimeCode,
  PasswordFailure,
  Person,
  PersonLogin,
  PhoneCodeQuota,
  RecoveryCode,
  RefreshToken,
  SecondStep,
  Session,
  SignInTicket,
];

export const identityMigrations = [
  CreateIdentity1764000001000,
  AppointToEstatesAndBuildings1765000019000,
  LeavesAndStandIns1765000019003,
  SecureAccounts1765000020000,
  FindPeopleByName1765000022001,
  MergePeople1765000028000,
  FindWhatIsSomebodys1765000028001,
  KeepMerges1765000028002,
  KnowWhoAgreed1765000030000,
  MoveWhatComesLate1765000052000,
  FindOldCounts1765000052002,
];
