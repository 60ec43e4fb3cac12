import { LIMITS } from '@linli/shared';
import { defineProblem } from '../../platform/http/problem.js';

/** One sentence for what is not there and for what is none of this person's business. */
export const orderNotFound = defineProblem({
  code: 'hotline/not-found',
  status: 404,
  title: '没有找到这张工单',
});

export const orderWrongState = defineProblem<{ now: string }>({
  code: 'hotline/wrong-state',
  status: 409,
  title: ({ now }) => `这张工单现在是「${now}」，不能这样做，请刷新看看`,
});

export const replyCorrectedAlready = defineProblem({
  code: 'hotline/reply-corrected-already',
  status: 409,
  title: '答复已经改过一次，不能再改了',
});

export const numberKnown = defineProblem<{ outsideNumber: string }>({
  code: 'hotline/number-known',
  status: 409,
  title: ({ outsideNumber }) => `工单 ${outsideNumber} 已经录过了`,
});

export const dueBeforeReceived = defineProblem({
  code: 'hotline/due-before-received',
  status: 422,
  title: '办理时限要在受理时间之后',
});

export const receivedLater = defineProblem({
  code: 'hotline/received-later',
  status: 422,
  title: '受理时间还没到，请核对',
});

export const categoryUnfit = defineProblem({
  code: 'hotline/category-unknown',
  status: 422,
  title: '没有这个类别，请重新选',
});

export const placeElsewhere = defineProblem({
  code: 'hotline/place-elsewhere',
  status: 422,
  title: '这个地点不在这个社区，请重新选',
});

export const outsideYourCommunities = defineProblem({
  code: 'hotline/outside-your-communities',
  status: 403,
  title: '只能录自己社区的工单',
});

export const importHasErrors = defineProblem({
  code: 'hotline/import-has-errors',
  status: 422,
  title: '表格里有要改的地方，一条也没有导入',
});

export const importTooLong = defineProblem({
  code: 'hotline/import-too-long',
  status: 422,
  title: `一次最多导入 ${LIMITS.hotlineOrdersPerImport} 条工单，请分几次导入`,
});

export const importChanged = defineProblem({
  code: 'hotline/import-changed',
  status: 409,
  title: '这个文件和刚才预览的不一样，请重新预览',
});
