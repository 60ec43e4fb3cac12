/** What a notice is about. */
export const NOTICE_KINDS = ['water', 'power', 'gas', 'road', 'safety', 'activity', 'other'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_KIND_LABELS: Record<NoticeKind, string> = {
  water: '停水',
  power: '停电',
  gas: '停气',
  road: '道路',
  safety: '安全',
  activity: '活动',
  other: '其他',
};

/** Names of lucide icons, by which both clients draw them. */
export const NOTICE_KIND_ICONS: Record<NoticeKind, string> = {
  water: 'droplets',
  power: 'lightbulb',
  gas: 'flame',
  road: 'construction',
  safety: 'shield-alert',
  activity: 'users-round',
  other: 'megaphone',
};

/** How far a notice reaches: the whole community, or some of its grids or buildings. */
export const NOTICE_REACHES = ['community', 'grid', 'building'] as const;
export type NoticeReach = (typeof NOTICE_REACHES)[number];

export const NOTICE_STATES = ['published', 'waiting', 'withdrawn'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const NOTICE_STATE_LABELS: Record<NoticeState, string> = {
  published: '已发布',
  waiting: '等放行',
  withdrawn: '已撤回',
};

/** What people do to a notice after it was written. */
export const NOTICE_ACTIONS = ['let_through', 'withdraw'] as const;
export type NoticeAction = (typeof NOTICE_ACTIONS)[number];

/** What stands on its timeline: it is written first; `pass` is a check that found nothing, by itself. */
export const NOTICE_TIMELINE_ACTIONS = ['write', ...NOTICE_ACTIONS, 'pass'] as const;
export type NoticeTimelineAction = (typeof NOTICE_TIMELINE_ACTIONS)[number];

export const NOTICE_ACTION_LABELS: Record<NoticeTimelineAction, string> = {
  write: '写好了',
  let_through: '放行',
  withdraw: '撤回',
  pass: '检查没有发现问题，发布',
};
