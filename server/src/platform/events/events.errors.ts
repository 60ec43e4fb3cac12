import { defineProblem } from '../http/problem.js';

export const deadEventNotFound = defineProblem({
  code: 'effects/not-found',
  status: 404,
  title: '没有找到这件没做成的事',
});
