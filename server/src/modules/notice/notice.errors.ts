import { defineProblem } from '../../platform/http/problem.js';

/** One sentence for what is not there and for what this person may not know of. */
export const noticeNotFound = defineProblem({
  code: 'notice/not-found',
  status: 404,
  title: '没有找到这条通知',
});

export const noticeWithdrawn = defineProblem<{ reason: string | null }>({
  code: 'notice/withdrawn',
  status: 410,
  title: ({ reason }) => (reason === null ? '这条通知已经撤回了' : `这条通知已经撤回了：${reason}`),
});

export const noticeOutsideYourArea = defineProblem({
  code: 'notice/outside-your-area',
  status: 403,
  title: '这个社区的通知不归您发',
});

export const noticeTargetNeeded = defineProblem({
  code: 'notice/target-needed',
  status: 422,
  title: '请选好发给哪些网格或哪些楼',
});

export const noticeTargetUnknown = defineProblem({
  code: 'notice/target-unknown',
  status: 422,
  title: '有的网格或楼不在这个社区里，请重新选',
});

export const noticeEndsTooSoon = defineProblem({
  code: 'notice/ends-too-soon',
  status: 422,
  title: '结束时间要在开始时间之后',
});

export const noticeOverAlready = defineProblem({
  code: 'notice/over-already',
  status: 422,
  title: '这个时间已经过去了，请看看日期',
});

export const noticeTooFarAway = defineProblem({
  code: 'notice/too-far-away',
  status: 422,
  title: '时间太远了，最多写到一年以后',
});

export const noticeWrongState = defineProblem<{ now: string }>({
  code: 'notice/wrong-state',
  status: 409,
  title: ({ now }) => `这条通知现在是「${now}」，不能再这样做了，请刷新看看`,
});

export const noticeLetThroughAlready = defineProblem({
  code: 'notice/wrong-state',
  status: 409,
  title: '这条通知已经放行了，请刷新看看',
});

export const noticeWithdrawnAlready = defineProblem({
  code: 'notice/wrong-state',
  status: 409,
  title: '这条通知已经撤回了，请刷新看看',
});
