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
export const agreeByReading = defineProblem({
  code: 'privacy/agree-by-reading',
  status: 409,
  title: '请重新打开隐私说明，看过再同意',
});
export const nameIsRegistered = defineProblem({
  code: 'privacy/name-is-registered',
  status: 409,
  title: '您的姓名和任命登记在一起，要改请找人事管理员',
});
export const tooManyExports = defineProblem({
  code: 'privacy/too-many-exports',
  status: 429,
  title: '今天已经要过几份了，请用刚才的链接，或者明天再要',
});
export const exportUnderWay = defineProblem({
  code: 'privacy/export-under-way',
  status: 429,
  title: '您的信息正在下载，请等这一份下完再打开',
  retryAfterSeconds: 30,
});
export const exportsBusy = defineProblem({
  code: 'privacy/exports-busy',
  status: 503,
  title: '正在下载信息的人有点多，请过一分钟再打开这个链接',
  retryAfterSeconds: 60,
});
export const exportOver = defineProblem({
  code: 'privacy/export-over',
  status: 404,
  title: '这个链接已经过期，请到「我的 → 隐私」再要一份',
});
export const cannotLeaveYet = defineProblem<{ obstacles: readonly string[] }>({
  code: 'privacy/cannot-leave-yet',
  status: 409,
  title: ({ obstacles }) => `现在还不能注销：${obstacles.join('')}`,
  details: ({ obstacles }) => ({ obstacles }),
});
export const notLeaving = defineProblem({
  code: 'privacy/not-leaving',
  status: 409,
  title: '没有正在等的注销申请',
});
export const noGuardianNeeded = defineProblem({
  code: 'privacy/no-guardian-needed',
  status: 409,
  title: '这个账号不需要监护人同意，或者已经同意过了',
});
export const ownPhone = defineProblem({
  code: 'privacy/own-phone',
  status: 409,
  title: '这是您自己登录的手机号，请填监护人的',
});
export const guardianTicketOver = defineProblem({
  code: 'privacy/guardian-ticket-over',
  status: 401,
  title: '等得太久了，请重新发一次验证码',
});
export const childCannotLeaveYet = defineProblem<{ obstacles: readonly string[] }>({
  code: 'privacy/child-cannot-leave-yet',
  status: 409,
  title: ({ obstacles }) =>
    `这个账号现在还不能注销：${obstacles.map((words) => words.replaceAll('您', '他')).join('')}`,
  details: ({ obstacles }) => ({ obstacles }),
});
