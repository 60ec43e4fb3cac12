import { defineProblem } from '../../../platform/http/problem.js';

export const accountNone = defineProblem({
  code: 'account/none',
  status: 409,
  title: '您还没有工作台的账号，请找人事管理员开一个',
});
export const accountOfNone = defineProblem({
  code: 'account/person-has-none',
  status: 409,
  title: '这位同事还没有账号',
});
export const accountThere = defineProblem({
  code: 'account/already-there',
  status: 409,
  title: '这位同事已经有账号了',
});
export const accountTaken = defineProblem({
  code: 'account/name-taken',
  status: 409,
  title: '这个账号名已经有人用了，请换一个',
});
export const accountOfSuspended = defineProblem({
  code: 'account/person-suspended',
  status: 409,
  title: '这位同事已停用，要先恢复才能开账号、重置密码',
});
export const accountPersonUnknown = defineProblem({
  code: 'account/person-unknown',
  status: 404,
  title: '没有找到这位同事',
});
export const accountYourOwn = defineProblem({
  code: 'account/your-own',
  status: 403,
  title: '自己的账号请到「设置 → 安全」里改，或者请另一位人事管理员重置',
});
export const passwordWrongHere = defineProblem({
  code: 'account/current-password-wrong',
  status: 403,
  title: '密码不对',
});
export const codeWrongHere = defineProblem({
  code: 'account/code-wrong',
  status: 403,
  title: '验证码不对，或者已经用过了，请等下一个再填',
});
export const secondStepNeeded = defineProblem({
  code: 'account/second-step-needed',
  status: 409,
  title: '您的职务要求两步登录，不能关掉；换手机请用「换一部手机」',
});
export const sessionUnknown = defineProblem({
  code: 'account/session-unknown',
  status: 404,
  title: '这处登录已经退出了',
});
