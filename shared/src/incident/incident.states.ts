/** The states an incident passes through, in order. domain.md §1. */
export const INCIDENT_STATES = ['reported', 'accepted', 'handling', 'resolved', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** What is still somebody's work: neither handed back to the reporter nor closed. */
export const OPEN_INCIDENT_STATES = ['reported', 'accepted', 'handling'] as const satisfies IncidentState[];

/** What a person can do to an incident after it was reported; each is a route of its own. */
export const INCIDENT_ACTIONS = ['accept', 'judge', 'dispatch', 'publish', 'resolve', 'confirm'] as const;
export type IncidentAction = (typeof INCIDENT_ACTIONS)[number];

/** Everything that can stand on an incident's timeline. */
export const INCIDENT_TIMELINE_ACTIONS = ['report', ...INCIDENT_ACTIONS] as const;
export type IncidentTimelineAction = (typeof INCIDENT_TIMELINE_ACTIONS)[number];

/** How hard it is; decides how long solving may take. */
export const INCIDENT_DIFFICULTIES = ['simple', 'complex'] as const;
export type IncidentDifficulty = (typeof INCIDENT_DIFFICULTIES)[number];

/** By whom it is handled. Only 自办 is built so far. */
export const INCIDENT_ROUTES = ['self'] as const;
export type IncidentRoute = (typeof INCIDENT_ROUTES)[number];

/** Who may see that an incident exists, decided by its category. */
export const INCIDENT_VISIBILITIES = ['public', 'neighbours', 'staff'] as const;
export type IncidentVisibility = (typeof INCIDENT_VISIBILITIES)[number];

export const INCIDENT_STATE_LABELS: Record<IncidentState, string> = {
  reported: '等待受理',
  accepted: '已受理',
  handling: '办理中',
  resolved: '等居民确认',
  closed: '已办好',
};

export const INCIDENT_DIFFICULTY_LABELS: Record<IncidentDifficulty, string> = {
  simple: '简单的事',
  complex: '复杂的事',
};

export const INCIDENT_ROUTE_LABELS: Record<IncidentRoute, string> = { self: '自办' };

/** The verb on the button of each action. */
export const INCIDENT_ACTION_LABELS: Record<IncidentAction, string> = {
  accept: '我来处理',
  judge: '判断难易',
  dispatch: '开始办理',
  publish: '让邻居看到',
  resolve: '办好了',
  confirm: '确认办好了',
};

/** What the timeline calls each entry, seen by anyone but the one who did it. */
export const INCIDENT_TIMELINE_LABELS: Record<IncidentTimelineAction, string> = {
  report: '居民报上这件事',
  accept: '有人接了',
  judge: '判断了难易',
  dispatch: '开始办理',
  publish: '文字和照片已公开',
  resolve: '说办好了',
  confirm: '居民确认办好了',
};

export const RATING_LABELS = ['不好', '一般', '还行', '满意', '很好'] as const;
