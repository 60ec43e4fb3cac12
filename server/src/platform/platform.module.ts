import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuditPruner } from './audit/audit-pruner.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { AuditTrail } from './audit/audit-trail.js';
import { AuditVerifier } from './audit/audit-verifier.js';
import { AccessTokens } from './auth/access-tokens.js';
import { RouteDeclarations } from './auth/route-declarations.js';
import { Clock } from './clock/clock.js';
import { Settings } from './config/settings.js';
import { DataCipher } from './crypto/data-cipher.js';
import { createDataSource, type DatabaseContents } from './database/data-source.js';
import { Database } from './database/database.js';
import { DeadEventsController } from './events/dead-events.controller.js';
import { DeadEvents } from './events/dead-events.js';
import { Dispatcher } from './events/dispatcher.js';
import { EffectRunner } from './events/effect-runner.js';
import { EffectsRegistry } from './events/effects.registry.js';
import { EventPruner } from './events/event-pruner.js';
import { EventQueue } from './events/event-queue.js';
import { Nudges } from './events/nudges.js';
import { Outbox } from './events/outbox.js';
import { DiskFileStorage, FileStorage } from './files/file-storage.js';
import { FileUpload } from './files/file-upload.js';
import { UnusedUploads } from './files/unused-uploads.js';
import { HealthController } from './http/health.controller.js';
import { Retention } from './retention/retention.js';
import { Spreadsheets } from './spreadsheet/spreadsheets.js';
import { WechatClient } from './wechat/wechat.client.js';
import { WecomClient } from './wecom/wecom.client.js';

/** What every module may ask for without importing anything. */
@Module({})
export class PlatformModule {
  static forRoot(settings: Settings, contents: DatabaseContents, clock: Clock): DynamicModule {
    const database = {
      provide: Database,
      useFactory: () => new Database(createDataSource(settings.databaseUrl, contents)),
    };
    const shared = [
      { provide: Settings, useValue: settings },
      { provide: Clock, useValue: clock },
      database,
      DataCipher,
      AccessTokens,
      WechatClient,
      WecomClient,
      Nudges,
      Outbox,
      AuditTrail,
      { provide: FileStorage, useClass: DiskFileStorage },
      Retention,
      UnusedUploads,
      FileUpload,
      Spreadsheets,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController, DeadEventsController],
      providers: [
        ...shared,
        RouteDeclarations,
        EffectsRegistry,
        EventQueue,
        EffectRunner,
        Dispatcher,
        EventPruner,
        DeadEvents,
        AuditSealer,
        AuditPruner,
        AuditVerifier,
      ],
      exports: [
        Settings,
        Clock,
        Database,
        DataCipher,
        AccessTokens,
        WechatClient,
        WecomClient,
        Nudges,
        Outbox,
        AuditTrail,
        AuditVerifier,
        FileStorage,
        Retention,
        UnusedUploads,
        FileUpload,
        Spreadsheets,
      ],
    };
  }
}
