import type { TaskAction } from '@linli/shared';
import type { WordsAsked } from '../../../../components/WordsSheet';
import type { TaskDetail } from '../../../../request/contract';

/** What stands at the thumb: the next step of whoever does it; for the community an answer that is owed, else a reminder. */
const AT_THE_THUMB = ['accept', 'finish', 'grant_time', 'urge'] as const satisfies TaskAction[];
type NextMove = (typeof AT_THE_THUMB)[number];

const BEHIND_MORE = [
  'finish',
  'ask_time',
  'return',
  'refuse_time',
  'urge',
  'transfer',
  'cancel',
] as const satisfies TaskAction[];
type MoreMove = (typeof BEHIND_MORE)[number];

export const nextMove = ({ allowedActions }: TaskDetail): NextMove | undefined =>
  AT_THE_THUMB.find((action) => allowedActions.includes(action));

export const moreMoves = (task: TaskDetail): MoreMove[] =>
  BEHIND_MORE.filter((action) => action !== nextMove(task) && task.allowedActions.includes(action));

export const NEXT_WORDS: Record<NextMove, { words: string; icon?: string }> = {
  accept: { words: '我们接手' },
  finish: { words: '办好了', icon: 'circle-check' },
  grant_time: { words: '同意延期', icon: 'calendar-check' },
  urge: { words: '催一催', icon: 'megaphone' },
};

export const MORE_WORDS: Record<MoreMove, { icon: string; title: string; text: string }> = {
  finish: { icon: 'circle-check', title: '已经办好了', text: '写一句或拍一张，社区就知道了' },
  ask_time: { icon: 'calendar-clock', title: '申请延期', text: '办不完，请社区多给些时间' },
  return: { icon: 'rotate-ccw', title: '退回', text: '不归我们办，说明原因还给社区' },
  refuse_time: { icon: 'x', title: '不同意延期', text: '还按原来的时间办' },
  urge: { icon: 'megaphone', title: '催一催', text: '提醒他们快到时间了' },
  transfer: { icon: 'users-round', title: '转给别家', text: '换一家来办，写明原因' },
  cancel: { icon: 'x', title: '不用办了', text: '收回这个任务，写明原因' },
};

/** The moves that ask for words alone, and under which name the server wants them. */
export const WORDED: Partial<Record<TaskAction, WordsAsked & { field: 'note' | 'reason' }>> = {
  return: {
    field: 'reason',
    title: '为什么退回',
    explain: '写清楚了，社区好请别家来办。',
    placeholder: '写一句，比如：这段管道归自来水公司',
    needed: '写一句为什么退回',
    send: '退回给社区',
  },
  urge: {
    field: 'note',
    title: '催他们一句',
    explain: '他们马上收到提醒。不写也能催。',
    placeholder: '可以写一句，比如：居民等着用，今天能来吗',
    send: '催一催',
  },
  refuse_time: {
    field: 'note',
    title: '不同意延期',
    explain: '还按原来的时间办。写一句原因，他们好安排。',
    placeholder: '可以写一句，比如：天冷了，不能再等',
    send: '不同意延期',
  },
  cancel: {
    field: 'reason',
    title: '为什么不用办了',
    explain: '任务收回，他们不用再来。',
    placeholder: '写一句，比如：居民自己修好了',
    needed: '写一句为什么不用办了',
    send: '收回任务',
  },
};

/** What the sheet says that asks for more time. */
export const ASK_TIME = {
  id: 'ask-time',
  title: '申请延期',
  explain: '社区同意以后按新的时间算，答复之前还按原来的。',
  dateLabel: '延到什么时候',
  placeholder: '写一句为什么，比如：配件周四才到',
  needed: '写一句为什么要延',
  send: '请社区同意',
} as const;

export const dashed = (action: TaskAction) => action.replace('_', '-');
