import { Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { ActorLoader } from '../../platform/auth/appointments.port.js';
import { Settings } from '../../platform/config/settings.js';
import { AreaModule } from '../area/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { AccountPasswords } from './accounts/account-passwords.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsHistory } from './accounts/accounts.history.js';
import { AccountQueries } from './accounts/accounts.queries.js';
import { AccountsService } from './accounts/accounts.service.js';
import { FirstAdmin } from './accounts/first-admin.js';
import { MySecurityController } from './accounts/my-security.controller.js';
import { MySecurity } from './accounts/my-security.service.js';
import { DatabaseActorLoader } from './actor-loader.js';
import { AppointmentsService } from './appointments.service.js';
import { AuthController } from './auth.controller.js';
import { Contacts } from './contacts.js';
import { DemoPeopleService } from './demo-people.service.js';
import { IdentityRetention } from './identity.retention.js';
import { Logins } from './logins.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { PeopleOfOrganisations } from './organisation-people.js';
import { PeopleService } from './people.service.js';
import { PhoneCodesService } from './phone-codes.service.js';
import { AreaRecords } from './records/area.records.js';
import { IdentityRecords } from './records/identity.records.js';
import { PersonRecords } from './records/person-records.js';
import { SecondSteps } from './second-step/second-steps.js';
import { SessionsService } from './sessions.service.js';
import { PasswordSignIn } from './sign-in/password-sign-in.js';
import { SessionList } from './sign-in/session-list.js';
import { SignInAttempts } from './sign-in/sign-in-attempts.js';
import { SignInTickets } from './sign-in/sign-in-tickets.js';
import { SignInService } from './sign-in.service.js';
import { DemoSmsSender, MissingSmsSender, SmsSender } from './sms-sender.js';
import { throttleOptions } from './throttle.js';

/** People, how they sign in, and what they are appointed to. Global, because the guard before every route asks it. */
@Global()
@Module({
  imports: [
    AreaModule,
    OrganisationModule,
    ThrottlerModule.forRootAsync({ inject: [Settings], useFactory: throttleOptions }),
  ],
  controllers: [AccountsController, AuthController, MeController, MySecurityController],
  providers: [
    { provide: ActorLoader, useClass: DatabaseActorLoader },
    {
      provide: SmsSender,
      inject: [Settings],
      useFactory: (settings: Settings) => (settings.demo ? new DemoSmsSender() : new MissingSmsSender()),
    },
    AccountPasswords,
    AccountsHistory,
    AccountQueries,
    AccountsService,
    AppointmentsService,
    AreaRecords,
    Contacts,
    DemoPeopleService,
    FirstAdmin,
    IdentityRecords,
    IdentityRetention,
    Logins,
    MeService,
    MySecurity,
    PasswordSignIn,
    PeopleOfOrganisations,
    PeopleService,
    PersonRecords,
    PhoneCodesService,
    SecondSteps,
    SessionList,
    SessionsService,
    SignInAttempts,
    SignInService,
    SignInTickets,
  ],
  exports: [
    ActorLoader,
    AppointmentsService,
    Contacts,
    PeopleService,
    PersonRecords,
    PhoneCodesService,
    SessionsService,
    SmsSender,
  ],
})
export class IdentityModule {}
