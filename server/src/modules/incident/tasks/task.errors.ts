import { defineProblem } from '../../../platform/http/problem.js';

/** One sentence for what is not there and for what is none of this person's business. */
export const taskNotFound = defineProblem({
  code: 'task/not-found',
  status: 404,
  title: '没有找到这个任务',
});

export const taskWrongState = defineProblem<{ now: string }>({
  code: 'task/wrong-state',
  status: 409,
  title: ({ now }) => `这个任务现在是「${now}」，不能再这样做了，请刷新看看`,
});

export const timeAlreadyAsked = defineProblem({
  code: 'task/time-already-asked',
  status: 409,
  title: '已经申请过延期，正在等答复',
});

export const noTimeAsked = defineProblem({
  code: 'task/no-time-asked',
  status: 409,
  title: '没有等答复的延期申请，请刷新看看',
});

export const taskEvidenceNeeded = defineProblem({
  code: 'task/evidence-needed',
  status: 422,
  title: '请拍一张照片，或写一句怎么办好的',
});

export const laterDateNeeded = defineProblem({
  code: 'task/later-date-needed',
  status: 422,
  title: '申请的时间要比现在的办结时间晚',
});

export const dueDateUnfit = defineProblem({
  code: 'task/due-date-unfit',
  status: 422,
  title: '办结时间要在现在以后、一年以内',
});

/** The same for one that does not exist, is dissolved, or serves others. */
export const organisationUnfit = defineProblem({
  code: 'task/organisation-unfit',
  status: 422,
  title: '这个单位不能接这里的任务，请重新选',
});

/** Nobody would ever hear of it. */
export const organisationEmpty = defineProblem<{ name: string }>({
  code: 'task/organisation-empty',
  status: 422,
  title: ({ name }) => `${name}还没有人，派过去没人接，请换一家，或先在「单位」里任命`,
});

export const organisationTwice = defineProblem<{ name: string }>({
  code: 'task/organisation-twice',
  status: 422,
  title: ({ name }) => `${name}已经有这件事的任务了，一家只派一个`,
});

export const transferToItself = defineProblem({
  code: 'task/transfer-to-itself',
  status: 422,
  title: '任务已经在这家了，请选别家',
});

export const selfTakesNoTasks = defineProblem({
  code: 'task/count-wrong',
  status: 422,
  title: '自办不用派任务',
});

export const assistedTakesOne = defineProblem({
  code: 'task/count-wrong',
  status: 422,
  title: '帮办请选一家来帮',
});

export const jointTakesSeveral = defineProblem({
  code: 'task/count-wrong',
  status: 422,
  title: '联办请至少选两家',
});

export const oneLeadNeeded = defineProblem({
  code: 'task/lead-wrong',
  status: 422,
  title: '联办要有一家牵头，也只能有一家',
});
