/** The states an incident passes through; the last two are ways out. domain.md §1. */
export const INCIDENT_STATES = [
  'reported',
  'accepted',
  'handling',
  'held',
  'resolved',
  'closed',
  'rejected',
  'merged',
] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** What is still somebody's work: neither handed back to the reporter nor over. */
export const OPEN_INCIDENT_STATES = [
  'reported',
  'accepted',
  'handling',
  'held',
] as const satisfies IncidentState[];

/** What a person can do to an incident after it was reported; each is a route of its own. */
export const INCIDENT_ACTIONS = [
  'accept',
  'judge',
  'plan',
  'dispatch',
  'request_hold',
  'approve_hold',
  'refuse_hold',
  'resume',
  'reject',
  'merge',
  'publish',
  'locate',
  'transcribe',
  'resolve',
  'confirm',
  'dispute',
  'check_back',
] as const;
export type IncidentAction = (typeof INCIDENT_ACTIONS)[number];

/** What happens to an incident without anybody pressing anything on it. */
export const INCIDENT_SYSTEM_ACTIONS = [
  'absorb',
  'escalate',
  'lapse_hold',
  'close_silently',
  'requeue',
  'hand_over',
] as const;
export type IncidentSystemAction = (typeof INCIDENT_SYSTEM_ACTIONS)[number];

/** Everything that can stand on an incident's timeline. */
export const INCIDENT_TIMELINE_ACTIONS = ['report', ...INCIDENT_ACTIONS, ...INCIDENT_SYSTEM_ACTIONS] as const;
export type IncidentTimelineAction = (typeof INCIDENT_TIMELINE_ACTIONS)[number];

/** Why an incident leaves its handler without anybody pressing anything on it. */
export const REQUEUE_REASONS = ['handler_gone', 'grid_redrawn', 'handed_over'] as const;
export type RequeueReason = (typeof REQUEUE_REASONS)[number];

/** How hard it is; decides how long solving may take. A hard one needs a plan with a date of its own. */
export const INCIDENT_DIFFICULTIES = ['simple', 'complex', 'hard'] as const;
export type IncidentDifficulty = (typeof INCIDENT_DIFFICULTIES)[number];

/** By whom it is handled: the community itself, one helper, or several departments under one lead. [T6] */
export const INCIDENT_ROUTES = ['self', 'assisted', 'joint'] as const;
export type IncidentRoute = (typeof INCIDENT_ROUTES)[number];

/** What somebody heard who asked the reporter afterwards. */
export const CHECK_BACK_OUTCOMES = ['satisfied', 'unsatisfied', 'unreachable'] as const;
export type CheckBackOutcome = (typeof CHECK_BACK_OUTCOMES)[number];

/** To whom an overdue incident goes, step by step; the first step leaves the grid worker. domain.md §1. */
export const ESCALATION_ROLES = ['community_worker', 'community_secretary', 'subdistrict_officer'] as const;
export type EscalationRole = (typeof ESCALATION_ROLES)[number];

/** Who may see that an incident exists, decided by its category. */
export const INCIDENT_VISIBILITIES = ['public', 'neighbours', 'staff'] as const;
export type IncidentVisibility = (typeof INCIDENT_VISIBILITIES)[number];

export const INCIDENT_STATE_LABELS: Record<IncidentState, string> = {
  reported: '等待受理',
  accepted: '已受理',
  handling: '办理中',
  held: '挂起',
  resolved: '等居民确认',
  closed: '已办好',
  rejected: '不受理',
  merged: '已并案',
};

export const INCIDENT_DIFFICULTY_LABELS: Record<IncidentDifficulty, string> = {
  simple: '简单的事',
  complex: '复杂的事',
  hard: '难办的事',
};

export const INCIDENT_ROUTE_LABELS: Record<IncidentRoute, string> = {
  self: '自办',
  assisted: '帮办',
  joint: '联办',
};

export const CHECK_BACK_LABELS: Record<CheckBackOutcome, string> = {
  satisfied: '居民说办好了',
  unsatisfied: '居民说还没好',
  unreachable: '没联系上',
};

/** The verb on the button of each action. */
export const INCIDENT_ACTION_LABELS: Record<IncidentAction, string> = {
  accept: '我来处理',
  judge: '判断难易',
  plan: '定下方案',
  dispatch: '开始办理',
  request_hold: '申请挂起',
  approve_hold: '同意挂起',
  refuse_hold: '不同意挂起',
  resume: '接着办',
  reject: '不受理',
  merge: '并入另一件',
  publish: '让邻居看到',
  locate: '补上地点',
  transcribe: '写下录音说的',
  resolve: '办好了',
  confirm: '确认办好了',
  dispute: '还没好',
  check_back: '记回访',
};

/** What the timeline calls each entry, seen by anyone but the one who did it. */
export const INCIDENT_TIMELINE_LABELS: Record<IncidentTimelineAction, string> = {
  report: '居民报上这件事',
  accept: '有人接了',
  judge: '判断了难易',
  plan: '定下了方案',
  dispatch: '开始办理',
  request_hold: '申请挂起',
  approve_hold: '同意挂起，停表',
  refuse_hold: '没同意挂起，接着办',
  resume: '接着办了',
  reject: '不受理',
  merge: '并入了另一件相同的事',
  publish: '文字和照片已公开',
  locate: '补上了地点',
  transcribe: '写下了录音说的',
  resolve: '说办好了',
  confirm: '居民确认办好了',
  dispute: '居民说还没好',
  check_back: '回访了居民',
  absorb: '并进来一件相同的事',
  escalate: '超时，自动上报',
  lapse_hold: '挂起没人批，接着计时',
  close_silently: '一直没有回音，自动办结',
  requeue: '换人办理，等人来接',
  hand_over: '换了人接着办',
};

export const RATING_LABELS = ['不好', '一般', '还行', '满意', '很好'] as const;
