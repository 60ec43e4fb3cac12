import { LIMITS } from '@linli/shared';
import { defineProblem } from '../../platform/http/problem.js';

/** One sentence for what is not there and for what this person may not know of. */
export const memberNotFound = defineProblem({
  code: 'household/not-found',
  status: 404,
  title: '没有找到这条住户登记',
});

export const claimantGaveNoPhone = defineProblem({
  code: 'household/no-phone',
  status: 404,
  title: '对方没有留手机号',
});

export const homeUnknown = defineProblem({
  code: 'household/home-unknown',
  status: 404,
  title: '没有找到这户，请重新选',
});

export const claimedAlready = defineProblem({
  code: 'household/claimed-already',
  status: 409,
  title: '这户已经在您的名单里了，不用再认领',
});

export const tooManyClaims = defineProblem({
  code: 'household/too-many-claims',
  status: 429,
  title: `一天最多认领 ${LIMITS.homeClaimsPerDay} 户，明天再来，或请社区帮您登记`,
});

export const ownClaim = defineProblem({
  code: 'household/own-claim',
  status: 403,
  title: '自己的认领要请别人确认',
});

/** Said only to who may know of it. */
export const notYoursToDo = defineProblem({
  code: 'household/not-yours',
  status: 403,
  title: '这件事不归您办，请找社区工作者',
});

export const memberWrongState = defineProblem<{ now: string }>({
  code: 'household/wrong-state',
  status: 409,
  title: ({ now }) => `这条登记现在是「${now}」，不能再这样做了，请刷新看看`,
});

export const memberConfirmedAlready = defineProblem({
  code: 'household/wrong-state',
  status: 409,
  title: '已经有人确认过了，请刷新看看',
});

export const memberRefusedAlready = defineProblem({
  code: 'household/wrong-state',
  status: 409,
  title: '已经有人答复没有通过，请刷新看看',
});

export const memberEndedAlready = defineProblem({
  code: 'household/wrong-state',
  status: 409,
  title: '这条登记已经结束了，请刷新看看',
});

export const homeOutsideYourArea = defineProblem({
  code: 'household/outside-your-area',
  status: 403,
  title: '这户不在您的社区，不归您登记',
});
