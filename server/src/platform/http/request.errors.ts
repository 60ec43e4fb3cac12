import { defineProblem } from './problem.js';

export const requestInvalid = defineProblem({
  code: 'request/invalid',
  status: 400,
  title: '有几处没填对，请看一看',
});
export const requestUnreadable = defineProblem({
  code: 'request/unreadable',
  status: 400,
  title: '提交的内容读不懂',
});
export const routeUnknown = defineProblem({
  code: 'request/unknown-address',
  status: 404,
  title: '没有这个地址',
});
export const methodRefused = defineProblem({
  code: 'request/method-refused',
  status: 405,
  title: '这个地址不能这样用',
});
export const bodyTooLarge = defineProblem({
  code: 'request/too-large',
  status: 413,
  title: '提交的内容太大了',
});
export const mediaTypeUnknown = defineProblem({
  code: 'request/media-type-unknown',
  status: 415,
  title: '不支持这种格式的内容',
});
export const cursorInvalid = defineProblem({
  code: 'request/cursor-invalid',
  status: 400,
  title: '翻页位置不对，请从头再看',
});
export const tooManyRequests = defineProblem({
  code: 'request/too-many',
  status: 429,
  title: '点得太快了，请稍等一会儿再试',
  retryAfterSeconds: 30,
});
export const unexpected = defineProblem({
  code: 'server/unexpected',
  status: 500,
  title: '系统出了点问题，请稍后再试',
});
