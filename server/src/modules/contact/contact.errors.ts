import { defineProblem } from '../../platform/http/problem.js';

export const gridNotFound = defineProblem({
  code: 'contact/grid-not-found',
  status: 404,
  title: '没有找到这个网格',
});

export const dutyPhoneNotYours = defineProblem({
  code: 'contact/community-not-found',
  status: 404,
  title: '没有找到这个社区的值班电话',
});

export const phoneNeeded = defineProblem({
  code: 'contact/phone-needed',
  status: 422,
  title: '先填一个给居民打的电话',
});

export const changedMeanwhile = defineProblem({
  code: 'contact/changed-meanwhile',
  status: 409,
  title: '刚才已经改过了，请看一下现在的再改',
});
