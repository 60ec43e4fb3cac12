import { Delivery } from './delivery/delivery.entity.js';
import { InboxMessage } from './inbox-message.entity.js';
import { MessageQuietHours } from './message-quiet-hours.entity.js';
import { MessageSetting } from './message-setting.entity.js';
import { CreateMessages1765000004000 } from './migrations/1765000004000-CreateMessages.js';
import { SendToManyBesideTheRest1765000046001 } from './migrations/1765000046001-SendToManyBesideTheRest.js';
import { FindMessagesByWhatTheyLeadTo1765000058000 } from './migrations/1765000058000-FindMessagesByWhatTheyLeadTo.js';
import { StaffGroup } from './staff-group.entity.js';
import { WechatAnswerRow } from './wechat-answer.entity.js';
import { WechatSubscription } from './wechat-subscription.entity.js';

export { PassedMessages } from './delivery/passed-messages.js';
export { MessageModule } from './message.module.js';
export { Messages, type NewMessage } from './messages.js';
export { StaffGroups } from './staff-groups.js';

export const messageEntities = [
  Delivery,
  InboxMessage,
  MessageQuietHours,
  MessageSetting,
  StaffGroup,
  WechatAnswerRow,
  WechatSubscription,
];
export const messageMigrations = [
  CreateMessages1765000004000,
  SendToManyBesideTheRest1765000046001,
  FindMessagesByWhatTheyLeadTo1765000058000,
];
