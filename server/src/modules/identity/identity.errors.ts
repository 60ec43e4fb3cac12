import { defineProblem } from '../../platform/http/problem.js';

export const codeTooSoon = defineProblem<{ seconds: number }>({
  code: 'auth/code-too-soon',
  status: 429,
  title: ({ seconds }) => `验证码刚发过，${seconds} 秒后可以再发一次`,
  retryAfterSeconds: ({ seconds }) => seconds,
});
export const codeDayLimit = defineProblem({
  code: 'auth/code-day-limit',
  status: 429,
  title: '今天发的验证码太多了，请明天再试',
});
export const codeWrong = defineProblem({
  code: 'auth/code-wrong',
  status: 401,
  title: '验证码不对，请再看一看',
});
export const codeExpired = defineProblem({
  code: 'auth/code-expired',
  status: 401,
  title: '验证码过期了，请再发一次',
});
export const codeTriesUsedUp = defineProblem({
  code: 'auth/code-tries-used-up',
  status: 429,
  title: '输错的次数太多了，请重新发一次验证码',
});
export const smsNotConfigured = defineProblem({
  code: 'auth/sms-not-configured',
  status: 503,
  title: '这里还没有开通短信，请换一种方式登录',
});
export const passwordWrong = defineProblem({
  code: 'auth/password-wrong',
  status: 401,
  title: '账号或密码不对',
});
export const locked = defineProblem<{ minutes: number }>({
  code: 'auth/locked',
  status: 429,
  title: ({ minutes }) => `输错的次数太多了，请 ${minutes} 分钟后再试`,
  retryAfterSeconds: ({ minutes }) => minutes * 60,
});
export const sessionEnded = defineProblem({
  code: 'auth/session-ended',
  status: 401,
  title: '登录已结束，请重新登录',
});
export const demoOff = defineProblem({
  code: 'auth/demo-off',
  status: 404,
  title: '这里不是演示，请用别的方式登录',
});
export const demoPersonUnknown = defineProblem({
  code: 'auth/demo-person-unknown',
  status: 404,
  title: '没有这位演示人物',
});
export const personSuspended = defineProblem({
  code: 'auth/suspended',
  status: 403,
  title: '这个账号已停用，请联系社区',
});
export const phoneTaken = defineProblem({
  code: 'identity/phone-taken',
  status: 409,
  title: '这个手机号已经属于另一个账号',
});

export const passwordMovedOn = defineProblem({
  code: 'auth/password-moved-on',
  status: 409,
  title: '密码刚刚换过，请用新密码再试',
});
export const oneTimePasswordOver = defineProblem({
  code: 'auth/one-time-password-over',
  status: 403,
  title: '这个一次性密码过期了，请找人事管理员重新给一个',
});
export const ticketOver = defineProblem({
  code: 'auth/ticket-over',
  status: 401,
  title: '这一步等得太久了，请从账号和密码重新开始',
});
export const secondStepWrong = defineProblem({
  code: 'auth/second-step-wrong',
  status: 401,
  title: '验证码不对，或者已经用过了，请等下一个再填',
});
export const enrolmentOver = defineProblem({
  code: 'auth/enrolment-over',
  status: 409,
  title: '这个二维码过期了，请重新生成一个',
});
export const passwordWeak = defineProblem<{ fault: string }>({
  code: 'account/password-weak',
  status: 422,
  title: ({ fault }) => fault,
});
export const passwordUsedBefore = defineProblem({
  code: 'account/password-used-before',
  status: 422,
  title: '这个密码以前用过，请换一个',
});
