/** What the city hotline (12345) waits for: the matter handled, an answer written, the answer handed back outside. */
export const HOTLINE_STATES = ['to_handle', 'to_reply', 'replied', 'reported_back'] as const;
export type HotlineState = (typeof HOTLINE_STATES)[number];

export const HOTLINE_STATE_LABELS: Record<HotlineState, string> = {
  to_handle: '办理中',
  to_reply: '等答复',
  replied: '已答复',
  reported_back: '已交回',
};

/** What a person can do to an order; each is a route of its own. */
export const HOTLINE_ACTIONS = ['reply', 'report_back'] as const;
export type HotlineAction = (typeof HOTLINE_ACTIONS)[number];

/** What happens to an order because something happened to its incident, or because time went by. */
export const HOTLINE_SYSTEM_ACTIONS = ['handled', 'reopened', 'overdue'] as const;
export type HotlineSystemAction = (typeof HOTLINE_SYSTEM_ACTIONS)[number];

/** Everything that can stand on an order's timeline. */
export const HOTLINE_TIMELINE_ACTIONS = ['enter', ...HOTLINE_ACTIONS, ...HOTLINE_SYSTEM_ACTIONS] as const;
export type HotlineTimelineAction = (typeof HOTLINE_TIMELINE_ACTIONS)[number];

export const HOTLINE_TIMELINE_LABELS: Record<HotlineTimelineAction, string> = {
  enter: '录入工单',
  reply: '写了答复',
  report_back: '交回热线',
  handled: '事情有了结果，等答复',
  reopened: '居民说还没好，重新办',
  overdue: '过了热线的时限，报给书记',
};

/** A written answer may be put right this often before it is handed back. */
export const HOTLINE_CORRECTIONS = 1;
