import { Module } from '@nestjs/common';
import { GroupRobots } from './channels/group-robots.js';
import { SmsChannel } from './channels/sms.channel.js';
import { WechatChannel } from './channels/wechat.channel.js';
import { WecomRobots } from './channels/wecom.robots.js';
import { DeadDeliveriesController } from './dead-deliveries.controller.js';
import { DeadDeliveries } from './delivery/dead-deliveries.js';
import { DeliveryLedger } from './delivery/delivery.ledger.js';
import { DeliveryWorker } from './delivery/delivery.worker.js';
import { PassedMessages } from './delivery/passed-messages.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { MessageRecords } from './message.records.js';
import { MessageRetention } from './message.retention.js';
import { MessageSettingsController } from './message-settings.controller.js';
import { MessageSettingsService } from './message-settings.service.js';
import { Messages } from './messages.js';
import { Reachability } from './reachability.js';
import { StaffGroupController } from './staff-group.controller.js';
import { StaffGroups } from './staff-groups.js';
import { WechatSubscriptionsController } from './wechat-subscriptions.controller.js';
import { WechatSubscriptionsService } from './wechat-subscriptions.service.js';
import { WechatTemplates } from './wechat-templates.js';

/** Telling people: an inbox for each, and the ways out of the house for those who want to be rung. */
@Module({
  controllers: [
    DeadDeliveriesController,
    InboxController,
    MessageSettingsController,
    StaffGroupController,
    WechatSubscriptionsController,
  ],
  providers: [
    MessageRetention,
    MessageRecords,
    DeadDeliveries,
    DeliveryLedger,
    DeliveryWorker,
    GroupRobots,
    InboxService,
    MessageSettingsService,
    Messages,
    PassedMessages,
    Reachability,
    SmsChannel,
    StaffGroups,
    WechatChannel,
    WechatSubscriptionsService,
    WechatTemplates,
    WecomRobots,
  ],
  exports: [Messages, PassedMessages, StaffGroups],
})
export class MessageModule {}
