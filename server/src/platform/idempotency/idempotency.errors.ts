import { defineProblem } from '../http/problem.js';

/** One id, two different requests: also what a stranger gets who hits an id that exists, so that it tells them nothing. */
export const idUsedDifferently = defineProblem({
  code: 'request/id-used-differently',
  status: 409,
  title: '这次提交和之前的对不上，请返回后重新填写',
});
