import { MESSAGE_KIND_RULES, type MessageKind } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import type { SubscribeTemplate, TemplateKey } from '../../platform/wechat/subscribe-templates.js';

const LABELS: Record<TemplateKey, string> = {
  progress: '事情有进展时告诉我',
  confirm: '办好了请我确认',
  work: '有新的事要办时告诉我',
  notice: '我家这里有通知时告诉我',
};

/** Which of WeChat's templates carries which kind of message, as far as this platform has them. */
@Injectable()
export class WechatTemplates {
  readonly all: readonly SubscribeTemplate[];

  constructor(settings: Settings) {
    this.all = settings.wechat.templates;
  }

  of(kind: MessageKind): SubscribeTemplate | null {
    const key = keyOf(kind);
    return this.all.find((template) => template.key === key) ?? null;
  }

  labelOf({ key }: SubscribeTemplate): string {
    return LABELS[key];
  }
}

function keyOf(kind: MessageKind): TemplateKey {
  if (kind === 'incident_resolved') return 'confirm';
  // Of its own, so that a notice to everybody never uses up what somebody agreed to for the sake of their report.
  if (kind === 'notice_here') return 'notice';
  return MESSAGE_KIND_RULES[kind].audience === 'resident' ? 'progress' : 'work';
}
