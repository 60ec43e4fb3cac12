import { defineProblem } from '../http/problem.js';

export const signInNeeded = defineProblem({ code: 'auth/sign-in-needed', status: 401, title: '请先登录' });
export const tokenInvalid = defineProblem({
  code: 'auth/token-invalid',
  status: 401,
  title: '登录已过期，请重新登录',
});
export const notPermitted = defineProblem({
  code: 'auth/not-permitted',
  status: 403,
  title: '您现在的身份不能做这件事',
});
export const guardianNeeded = defineProblem({
  code: 'auth/guardian-needed',
  status: 403,
  title: '未满 14 周岁，要监护人同意以后才能用。请在「我的 → 隐私」里请监护人同意',
});
export const noticeNeeded = defineProblem({
  code: 'auth/notice-needed',
  status: 403,
  title: '请先看一下隐私说明，同意以后再做',
});
