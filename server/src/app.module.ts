import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { databaseContents } from './database.entities.js';
import { EffectsModule } from './effects/effects.module.js';
import { AreaModule } from './modules/area/index.js';
import { AuditModule } from './modules/audit/index.js';
import { ClockModule } from './modules/clock/index.js';
import { ContactModule } from './modules/contact/index.js';
import { ContentModule } from './modules/content/index.js';
import { HomeModule } from './modules/home/index.js';
import { HotlineModule } from './modules/hotline/index.js';
import { HouseholdModule } from './modules/household/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { IncidentModule } from './modules/incident/index.js';
import { LiveModule } from './modules/live/index.js';
import { MessageModule } from './modules/message/index.js';
import { NoticeModule } from './modules/notice/index.js';
import { OrganisationModule } from './modules/organisation/index.js';
import { PeopleMergeModule } from './modules/people-merge/index.js';
import { PhotoModule } from './modules/photo/index.js';
import { PrivacyModule } from './modules/privacy/index.js';
import { StaffModule } from './modules/staff/index.js';
import { VoiceModule } from './modules/voice/index.js';
import { AuthGuard } from './platform/auth/auth.guard.js';
import { Clock } from './platform/clock/clock.js';
import type { Settings } from './platform/config/settings.js';
import { PlatformModule } from './platform/platform.module.js';

@Module({})
export class AppModule {
  /** The clock is the real one, except where a month is lived through in seconds to make demo data. */
  static forRoot(settings: Settings, clock: Clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(settings, databaseContents, clock),
        AreaModule,
        AuditModule,
        HomeModule,
        ContactModule,
        ContentModule,
        OrganisationModule,
        IdentityModule,
        PhotoModule,
        PrivacyModule,
        VoiceModule,
        ClockModule,
        IncidentModule,
        HotlineModule,
        HouseholdModule,
        LiveModule,
        MessageModule,
        NoticeModule,
        StaffModule,
        PeopleMergeModule,
        EffectsModule,
      ],
      providers: [{ provide: APP_GUARD, useClass: AuthGuard }],
    };
  }
}
