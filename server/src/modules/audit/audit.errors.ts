import { defineProblem } from '../../platform/http/problem.js';

export const checkPlaceInvalid = defineProblem({
  code: 'audit/check-place-invalid',
  status: 400,
  title: '接着核对的位置不对，请从头核对',
});

export const keptRootIncomplete = defineProblem({
  code: 'audit/kept-root-incomplete',
  status: 400,
  title: '留存的序号和封印要一起填',
});
