import { Module } from '@nestjs/common';
import { PhotoModule } from '../photo/index.js';
import { ContentChecker } from './content.checker.js';
import { ContentGate } from './content.gate.js';
import { ContentRecords } from './content.records.js';
import { WechatMessagesController } from './wechat-messages.controller.js';

/** What people write and picture is checked before others see it. */
@Module({
  imports: [PhotoModule],
  controllers: [WechatMessagesController],
  providers: [ContentRecords, ContentChecker, ContentGate],
  exports: [ContentGate],
})
export class ContentModule {}
