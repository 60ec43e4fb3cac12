import { defineProblem } from '../../platform/http/problem.js';

export const clockAreaNotFound = defineProblem({
  code: 'clock/area-not-found',
  status: 404,
  title: '没有这个地方，或不归您管',
});
export const clockInThePast = defineProblem({
  code: 'clock/in-the-past',
  status: 422,
  title: '生效时间已经过去了，请选以后的时间',
});
export const serviceHoursWrong = defineProblem({
  code: 'clock/service-hours-wrong',
  status: 422,
  title: '服务时间没填对，请看一看',
});
export const limitOutOfReach = defineProblem({
  code: 'clock/limit-out-of-reach',
  status: 422,
  title: '服务时间太少，一年也走不完这些时限',
});
export const escalationOutOfOrder = defineProblem({
  code: 'clock/escalation-out-of-order',
  status: 422,
  title: '上报的时间要一步比一步晚',
});
export const calendarDayWrong = defineProblem({
  code: 'clock/calendar-day-wrong',
  status: 422,
  title: '日历里有几天没填对，请看一看',
});
export const calendarNotYours = defineProblem({
  code: 'clock/calendar-not-yours',
  status: 403,
  title: '工作日历是大家共用的，只有平台管理员能改',
});
