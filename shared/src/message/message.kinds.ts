/**
 * What people are told, on one page: each kind's name, for whom it is, and by which ways besides the inbox it may reach
 * them. The inbox has every message; nobody can switch it off.
 */
export const MESSAGE_CHANNELS = ['wechat', 'sms'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

export const MESSAGE_CHANNEL_LABELS: Record<MessageChannel, string> = { wechat: '微信', sms: '短信' };

/** `always` cannot be switched off, `on` and `off` say how it begins, `never` does not go this way. */
export type ChannelRule = 'always' | 'on' | 'off' | 'never';

export interface MessageKindRule {
  label: string;
  /** Five characters at most: WeChat's templates have no room for more. */
  short: string;
  audience: 'resident' | 'staff' | 'organisation';
  /** Reaches staff on duty at night too. */
  urgent: boolean;
  wechat: ChannelRule;
  sms: ChannelRule;
}

export const MESSAGE_KINDS = [
  'incident_progress',
  'incident_resolved',
  'incident_ended',
  'incident_reported',
  'incident_due_soon',
  'incident_escalated',
  'incident_disputed',
  'incident_hold',
  'incident_confirmed',
  'incident_handed_over',
  'task_assigned',
  'task_changed',
  'task_answered',
  'notice',
  'home_answered',
  'home_claimed',
  'notice_here',
  'account_changed',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

const calm = { urgent: false, wechat: 'on', sms: 'never' } as const;
const urgent = { urgent: true, wechat: 'always' } as const;

export const MESSAGE_KIND_RULES: Record<MessageKind, MessageKindRule> = {
  incident_progress: { label: '我报的、关注的事有进展', short: '有新进展', audience: 'resident', ...calm },
  incident_resolved: {
    label: '办好了，等我确认',
    short: '等您确认',
    audience: 'resident',
    ...calm,
    sms: 'off',
  },
  incident_ended: { label: '我报的、关注的事有了结果', short: '有了结果', audience: 'resident', ...calm },

  notice_here: { label: '我家这里的通知', short: '社区通知', audience: 'resident', ...calm },
  account_changed: { label: '我的账号、登记和任命有变动', short: '账号变动', audience: 'resident', ...calm },
  home_answered: { label: '我家的认领有了答复', short: '认领答复', audience: 'resident', ...calm },

  incident_reported: { label: '有人上报', short: '有人上报', audience: 'staff', ...urgent, sms: 'off' },
  incident_due_soon: { label: '快到时间', short: '快到时间', audience: 'staff', ...calm, sms: 'off' },
  incident_escalated: { label: '超时升级', short: '超时升级', audience: 'staff', ...urgent, sms: 'on' },
  incident_disputed: { label: '居民说没办好', short: '没有办好', audience: 'staff', ...calm },
  incident_hold: { label: '挂起的申请和批复', short: '挂起审批', audience: 'staff', ...calm },
  incident_confirmed: { label: '居民确认、办结', short: '已经办结', audience: 'staff', ...calm },
  incident_handed_over: { label: '事情换了人办', short: '换人办理', audience: 'staff', ...calm },
  notice: { label: '社区通知', short: '社区通知', audience: 'staff', ...calm },
  home_claimed: { label: '有人认领房屋，等确认', short: '等您确认', audience: 'staff', ...calm },
  task_answered: { label: '协办、联办的回复', short: '协办回复', audience: 'staff', ...calm },

  task_assigned: {
    label: '新的协办、联办任务',
    short: '新的任务',
    audience: 'organisation',
    ...calm,
    sms: 'off',
  },
  task_changed: {
    label: '任务的催办和变动',
    short: '任务变动',
    audience: 'organisation',
    ...calm,
    sms: 'off',
  },
};

/** Whether a kind goes this way to somebody, given what they chose; `chosen` undefined means they chose nothing. */
export function channelIsOn(
  kind: MessageKind,
  channel: MessageChannel,
  chosen: boolean | undefined,
): boolean {
  const rule = MESSAGE_KIND_RULES[kind][channel];
  if (rule === 'always' || rule === 'never') return rule === 'always';
  return chosen ?? rule === 'on';
}

/** Whether somebody may switch this kind on or off on this channel. */
export function channelIsTheirs(kind: MessageKind, channel: MessageChannel): boolean {
  const rule = MESSAGE_KIND_RULES[kind][channel];
  return rule === 'on' || rule === 'off';
}
