/** The states of a task: one organisation's part of an incident that is assisted (帮办) or joint (联办). */
export const TASK_STATES = ['assigned', 'working', 'done', 'returned', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What an organisation still has to do; while one is open, the incident cannot be resolved. */
export const OPEN_TASK_STATES = ['assigned', 'working'] as const satisfies TaskState[];

/** What people do to a task after it was given; each is a route of its own. */
export const TASK_ACTIONS = [
  'accept',
  'finish',
  'return',
  'ask_time',
  'grant_time',
  'refuse_time',
  'urge',
  'transfer',
  'cancel',
] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

/** Everything that can stand on a task's timeline; `overdue` is written by the system. */
export const TASK_TIMELINE_ACTIONS = ['assign', ...TASK_ACTIONS, 'overdue'] as const;
export type TaskTimelineAction = (typeof TASK_TIMELINE_ACTIONS)[number];

/** What a list of tasks can be narrowed to: one state, or what is still to be done, or what is over. */
export const TASK_TABS = ['open', 'over', ...TASK_STATES] as const;
export type TaskTab = (typeof TASK_TABS)[number];

export const TASK_STATE_LABELS: Record<TaskState, string> = {
  assigned: '等接手',
  working: '在办',
  done: '办好了',
  returned: '退回了',
  cancelled: '不用办了',
};

/** The verb on the button of each action. */
export const TASK_ACTION_LABELS: Record<TaskAction, string> = {
  accept: '接手',
  finish: '办好了',
  return: '退回',
  ask_time: '申请延期',
  grant_time: '同意延期',
  refuse_time: '不同意延期',
  urge: '催一催',
  transfer: '转给别家',
  cancel: '不用办了',
};

/** What the timeline calls each entry. */
export const TASK_TIMELINE_LABELS: Record<TaskTimelineAction, string> = {
  assign: '派了任务',
  accept: '接手了',
  finish: '办好了',
  return: '退回了',
  ask_time: '申请延期',
  grant_time: '同意延期',
  refuse_time: '没有同意延期',
  urge: '催了一次',
  transfer: '转了过来',
  cancel: '说不用办了',
  overdue: '超过了办结时间',
};
