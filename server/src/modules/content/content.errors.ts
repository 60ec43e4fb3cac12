import { defineProblem } from '../../platform/http/problem.js';

export const messageForged = defineProblem({
  code: 'content/message-forged',
  status: 403,
  title: '这条消息不是微信发来的',
});
