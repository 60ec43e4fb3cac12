import { MESSAGE_CHANNEL_LABELS, MESSAGE_KIND_RULES } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type KeptRows, OF_OFFICE, RowKeeper, WHILE_HERE } from '../identity/index.js';
import type { WechatAnswer } from './wechat-answer.entity.js';

const KIND_LABELS = Object.fromEntries(
  Object.entries(MESSAGE_KIND_RULES).map(([kind, { label }]) => [kind, label]),
);
const ANSWER_LABELS: Record<WechatAnswer, string> = {
  accept: '同意',
  reject: '不同意',
  ban: '微信停用了这种消息',
  filter: '微信没有问',
};
const MINE = { keptFor: WHILE_HERE, goes: true as const };

/** What somebody was told, and how they wish to be. The survivor's wishes stay where both have one. */
@Injectable()
export class MessageRecords extends RowKeeper {
  readonly name = 'message';
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'message.inbox', title: '收到的消息', basis: '告诉您事情的进展', ...MINE },
      ...{ table: 'inbox_message', column: 'person_id', oncePer: 'cause', earliest: ['at', 'read_at'] },
      ...{ items: 'title as 标题, body as 内容, at as 时间, read_at as 看过的时间', order: 'at, id' },
    },
    {
      ...{ kind: 'message.delivery', title: '发到微信或手机的消息', basis: '告诉您事情的进展', ...MINE },
      ...{ table: 'delivery', column: 'target_id', oncePer: 'cause' },
      ...{ items: 'channel as 途径, title as 标题, at as 时间, sent_at as 发出时间', order: 'at, id' },
      labels: { 途径: MESSAGE_CHANNEL_LABELS },
    },
    {
      ...{ kind: 'message.setting', title: '消息的开关', basis: '照您选的方式告诉您', ...MINE },
      ...{ table: 'message_setting', column: 'person_id', oncePer: 'kind' },
      items: "kind as 消息, channel as 途径, if(chosen = 1, '开', '关') as 选择",
      order: 'kind, channel',
      labels: { 消息: KIND_LABELS, 途径: MESSAGE_CHANNEL_LABELS },
    },
    {
      ...{ kind: 'message.quiet_hours', title: '免打扰时间', basis: '照您选的时间不打扰', ...MINE },
      ...{ table: 'message_quiet_hours', column: 'person_id', oncePer: 'person_id' },
      ...{ items: 'from_time as 开始, to_time as 结束', order: 'person_id' },
    },
    {
      ...{ kind: 'message.subscription', title: '微信订阅消息还能收几条', basis: '微信要您先同意', ...MINE },
      ...{ table: 'wechat_subscription', column: 'person_id', oncePer: 'template_id' },
      ...{ items: 'granted as 条数, refused_at as 拒绝时间', order: 'template_id' },
    },
    {
      ...{ kind: 'message.answer', title: '对微信订阅的回答', basis: '微信要您先同意', ...MINE },
      ...{ table: 'wechat_answer', column: 'person_id' },
      ...{
        items: 'answer as 回答, at as 时间',
        order: 'id, template_id',
        labels: { 回答: ANSWER_LABELS },
      },
    },
    {
      ...{ kind: 'message.staff_group', title: '改过的工作群设置', ...OF_OFFICE },
      ...{
        table: 'staff_group',
        column: 'changed_by',
        items: 'changed_at as 时间',
        order: 'changed_at, community_id',
      },
    },
  ];
}
