import { get, post, put } from '../../request/call';
import type {
  AnswerWechatSubscriptions,
  ChangeMessageSettings,
  Inbox,
  InboxCount,
  InboxMessage,
  MessageSettings,
  WechatSubscriptions,
} from '../../request/contract';

const PAGE = 20;

export const readInbox = (cursor?: string) => get<Inbox>('/api/inbox', { limit: PAGE, cursor });

export const countUnread = () => get<InboxCount>('/api/inbox/count');

export const readMessage = (id: string) => post<InboxMessage>(`/api/inbox/${id}/read`, {});

/** @param until the moment of the newest message on the screen: what arrives meanwhile stays unread */
export const readAllMessages = (until: string) => post<InboxCount>('/api/inbox/read-all', { until });

export const readMessageSettings = () => get<MessageSettings>('/api/me/message-settings');

export const changeMessageSettings = (change: ChangeMessageSettings) =>
  put<MessageSettings>('/api/me/message-settings', change);

export const readSubscriptions = () => get<WechatSubscriptions>('/api/me/wechat-subscriptions');

export const answerSubscriptions = (answers: AnswerWechatSubscriptions) =>
  post<WechatSubscriptions>('/api/me/wechat-subscriptions', answers);
