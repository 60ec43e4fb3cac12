import { defineProblem } from '../../platform/http/problem.js';

export const messageNotFound = defineProblem({
  code: 'message/not-found',
  status: 404,
  title: '没有找到这条消息',
});

export const deadDeliveryNotFound = defineProblem({
  code: 'message/delivery-not-found',
  status: 404,
  title: '没有找到这条提醒',
});

export const channelFixed = defineProblem<{ kind: string }>({
  code: 'message/channel-fixed',
  status: 422,
  title: ({ kind }) => `「${kind}」这一项不能这样改`,
});

export const templateUnknown = defineProblem({
  code: 'message/template-unknown',
  status: 422,
  title: '没有这种微信提醒，请刷新后再试',
});

export const staffGroupNotFound = defineProblem({
  code: 'staff-group/not-found',
  status: 404,
  title: '没有找到这个社区的工作群',
});

export const robotAddressWrong = defineProblem({
  code: 'staff-group/address-wrong',
  status: 422,
  title: '这不是企业微信群机器人的地址，请从群里重新复制',
});

export const groupNotConfigured = defineProblem({
  code: 'staff-group/not-configured',
  status: 422,
  title: '还没有填群机器人的地址',
});

export const robotTooOften = defineProblem({
  code: 'staff-group/too-often',
  status: 429,
  title: '群里的消息发得太密了，请一分钟后再试',
  retryAfterSeconds: 60,
});
