import { defineProblem } from '../http/problem.js';

export const wechatCodeExpired = defineProblem({
  code: 'auth/wechat-code-expired',
  status: 401,
  title: '登录超时了，请再点一次',
});
export const wechatCodeUsed = defineProblem({
  code: 'auth/wechat-code-used',
  status: 401,
  title: '这次登录已经用过了，请再点一次',
});
export const wechatBusy = defineProblem({
  code: 'auth/wechat-busy',
  status: 503,
  title: '微信现在有点忙，请稍后再试',
  retryAfterSeconds: 5,
});
export const wechatTooOften = defineProblem({
  code: 'auth/wechat-too-often',
  status: 429,
  title: '登录得太频繁了，请一分钟后再试',
  retryAfterSeconds: 60,
});
export const wechatNotConfigured = defineProblem({
  code: 'auth/wechat-not-configured',
  status: 503,
  title: '这里还没有开通微信登录，请换一种方式登录',
});
