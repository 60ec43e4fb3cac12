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

export const difficultyNeeded = defineProblem({
  code: 'incident/difficulty-needed',
  status: 409,
  title: '请先判断这件事是简单还是复杂',
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

export const categoryUnknown = defineProblem({
  code: 'incident/category-unknown',
  status: 422,
  title: '没有这个类别，请重新选一个',
});

export const descriptionNeeded = defineProblem({
  code: 'incident/description-needed',
  status: 422,
  title: '请写一句话，或拍一张照片',
});

export const placeNeeded = defineProblem({
  code: 'incident/place-needed',
  status: 422,
  title: '请选一下在哪里',
});
