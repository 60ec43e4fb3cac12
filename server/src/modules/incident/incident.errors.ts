import { defineProblem } from '../../platform/http/problem.js';

/** One sentence for what is not there and for what this person may not know of. */
export const incidentNotFound = defineProblem({
  code: 'incident/not-found',
  status: 404,
  title: '没有找到这件事',
});

export const alreadyAccepted = defineProblem<{ by: string }>({
  code: 'incident/already-accepted',
  status: 409,
  title: ({ by }) => `${by}已经接了这件事`,
});

export const wrongState = defineProblem<{ now: string }>({
  code: 'incident/wrong-state',
  status: 409,
  title: ({ now }) => `这件事现在是「${now}」，不能再这样做了，请刷新看看`,
});

export const alreadyJudged = defineProblem({
  code: 'incident/wrong-state',
  status: 409,
  title: '难易已经判断过了，请刷新看看',
});

export const alreadyPublished = defineProblem({
  code: 'incident/wrong-state',
  status: 409,
  title: '已经让邻居看到了，请刷新看看',
});

export const moreToLookAt = defineProblem({
  code: 'incident/more-to-look-at',
  status: 409,
  title: '又多了新的文字或照片，请先看一看再公开',
});

export const alreadyPlanned = defineProblem({
  code: 'incident/wrong-state',
  status: 409,
  title: '方案已经定过了，请刷新看看',
});

export const alreadyCheckedBack = defineProblem({
  code: 'incident/wrong-state',
  status: 409,
  title: '这次已经回访过了，请刷新看看',
});

export const notHard = defineProblem({
  code: 'incident/not-hard',
  status: 409,
  title: '只有难办的事才要定方案',
});

export const planNeeded = defineProblem({
  code: 'incident/plan-needed',
  status: 409,
  title: '难办的事要先定方案和日期',
});

export const planDateUnfit = defineProblem({
  code: 'incident/plan-date-unfit',
  status: 422,
  title: '方案的日期要在现在之后、一年之内',
});

export const holdPending = defineProblem({
  code: 'incident/hold-pending',
  status: 409,
  title: '已经申请了挂起，还没批，请等批了再说',
});

export const noHoldPending = defineProblem({
  code: 'incident/no-hold-pending',
  status: 409,
  title: '没有等着批的挂起申请，请刷新看看',
});

export const ownHold = defineProblem({
  code: 'incident/own-hold',
  status: 403,
  title: '挂起是您自己申请的，要由别人来批',
});

export const ownCheckBack = defineProblem({
  code: 'incident/own-check-back',
  status: 403,
  title: '这件事是您办的，要由别人来回访',
});

export const tasksOpen = defineProblem<{ count: number }>({
  code: 'incident/tasks-open',
  status: 409,
  title: ({ count }) => `还有 ${count} 个派出去的任务没办完`,
});

export const mergeIntoItself = defineProblem({
  code: 'incident/merge-into-itself',
  status: 422,
  title: '不能并入它自己，请另选一件',
});

export const mergeTargetUnfit = defineProblem({
  code: 'incident/merge-target-unfit',
  status: 422,
  title: '要并入的那件事不在这个社区，或者找不到，请另选一件',
});

export const mergeTargetOver = defineProblem<{ now: string }>({
  code: 'incident/merge-target-over',
  status: 409,
  title: ({ now }) => `要并入的那件事现在是「${now}」，请另选一件`,
});

export const difficultyNeeded = defineProblem({
  code: 'incident/difficulty-needed',
  status: 409,
  title: '请先判断这件事好不好办',
});

export const evidenceNeeded = defineProblem({
  code: 'incident/evidence-needed',
  status: 422,
  title: '请拍一张照片，或写一句怎么办好的',
});

export const ownWork = defineProblem({
  code: 'incident/own-work',
  status: 403,
  title: '这件事是您自己办的，不能由您自己确认',
});

export const ownReport = defineProblem({
  code: 'incident/own-report',
  status: 409,
  title: '这件事是您报的，办到哪一步都会告诉您，不用再关注',
});

export const categoryUnknown = defineProblem({
  code: 'incident/category-unknown',
  status: 422,
  title: '没有这个类别，请重新选一个',
});

export const noVoice = defineProblem({
  code: 'incident/no-voice',
  status: 409,
  title: '这件事没有录音',
});

export const descriptionNeeded = defineProblem({
  code: 'incident/description-needed',
  status: 422,
  title: '请写一句话、拍一张照片，或录一段话',
});

export const outsideYourArea = defineProblem({
  code: 'incident/outside-your-area',
  status: 403,
  title: '这个地方不归您管，请换一个地方',
});

export const followCodeUnknown = defineProblem({
  code: 'incident/follow-code-unknown',
  status: 404,
  title: '没有找到这个查询码，请照着单子再看看',
});

export const alreadyLocated = defineProblem({
  code: 'incident/already-located',
  status: 409,
  title: '这件事已经有地点了，请刷新看看',
});

/** Another community has people, numbers and limits of its own. */
export const placeElsewhere = defineProblem({
  code: 'incident/place-elsewhere',
  status: 422,
  title: '这里不在这件事的社区里，请在本社区里选',
});

export const placeNeeded = defineProblem({
  code: 'incident/place-needed',
  status: 422,
  title: '请选一下在哪里',
});

export const placeWordsNeeded = defineProblem({
  code: 'incident/place-words-needed',
  status: 422,
  title: '写一句在哪里，社区的人好找过去',
});
