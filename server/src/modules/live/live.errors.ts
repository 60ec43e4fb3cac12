import { defineProblem } from '../../platform/http/problem.js';

export const ticketInvalid = defineProblem({
  code: 'live/ticket-invalid',
  status: 401,
  title: '实时提醒断开了，正在重新连接',
});
export const noRoomToListen = defineProblem({
  code: 'live/no-room',
  status: 503,
  title: '现在在线的人太多，列表会稍慢一点更新',
  retryAfterSeconds: 30,
});
