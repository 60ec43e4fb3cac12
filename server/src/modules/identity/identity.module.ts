import { Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { ActorLoader } from '../../platform/auth/appointments.port.js';
import { Settings } from '../../platform/config/settings.js';
import { AreaModule } from '../area/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { DatabaseActorLoader } from './actor-loader.js';
import { AppointmentsService } from './appointments.service.js';
import { AuthController } from './auth.controller.js';
import { Contacts } from './contacts.js';
import { DemoPeopleService } from './demo-people.service.js';
import { Logins } from './logins.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { PasswordLoginService } from './password-login.service.js';
import { PeopleService } from './people.service.js';
import { PhoneCodesService } from './phone-codes.service.js';
import { SessionsService } from './sessions.service.js';
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
  controllers: [AuthController, MeController],
  providers: [
    { provide: ActorLoader, useClass: DatabaseActorLoader },
    {
      provide: SmsSender,
      inject: [Settings],
      useFactory: (settings: Settings) => (settings.demo ? new DemoSmsSender() : new MissingSmsSender()),
    },
    AppointmentsService,
    Contacts,
    DemoPeopleService,
    Logins,
    MeService,
    PasswordLoginService,
    PeopleService,
    PhoneCodesService,
    SessionsService,
    SignInService,
  ],
  exports: [ActorLoader, AppointmentsService, Contacts, PeopleService, SmsSender],
})
export class IdentityModule {}
