import { defineProblem } from '../../platform/http/problem.js';

export const noticeMovedOn = defineProblem({
  code: 'privacy/notice-moved-on',
  status: 409,
  title: '隐私说明刚换了新的，请打开再看一遍',
});
export const noSuchConsent = defineProblem({
  code: 'privacy/no-such-consent',
  status: 404,
  title: '没有这一项同意',
});
