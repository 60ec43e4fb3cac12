import { defineProblem } from '../../platform/http/problem.js';

/** The same sentence as for a community that is not there: who has no part in it learns nothing of it. */
export const servedNowhere = defineProblem({
  code: 'area/community-not-found',
  status: 404,
  title: '没有找到这个社区',
});
