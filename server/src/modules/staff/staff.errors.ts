import { defineProblem } from '../../platform/http/problem.js';

export const personNotFound = defineProblem({
  code: 'staff/person-not-found',
  status: 404,
  title: '没有找到这个人',
});
export const appointmentNotFound = defineProblem({
  code: 'appointment/not-found',
  status: 404,
  title: '没有找到这项任命',
});
export const beyondYourReach = defineProblem({
  code: 'appointment/beyond-your-reach',
  status: 403,
  title: '这个身份或者这个地方不归您任命',
});
export const ownAppointment = defineProblem({
  code: 'appointment/own',
  status: 409,
  title: '自己的任命要由别人来办',
});
export const placeUnfit = defineProblem<{ role: string; needs: string }>({
  code: 'appointment/place-unfit',
  status: 400,
  title: ({ role, needs }) => `${role}要任命到${needs}`,
});
export const placeGone = defineProblem({
  code: 'appointment/place-gone',
  status: 409,
  title: '没有这个地方，或者它已经撤销',
});
export const organisationDissolved = defineProblem({
  code: 'appointment/organisation-dissolved',
  status: 409,
  title: '这个单位已经解散，不能再任命',
});
export const endsBeforeItStarts = defineProblem({
  code: 'appointment/ends-before-it-starts',
  status: 400,
  title: '结束要晚于开始',
});
export const alreadyEnded = defineProblem({
  code: 'appointment/already-ended',
  status: 409,
  title: '这项任命已经结束了',
});
export const heldAlready = defineProblem({
  code: 'appointment/held-already',
  status: 409,
  title: '这段时间里，这个人在这里已经有这个身份',
});
export const captainExists = defineProblem<{ by: string }>({
  code: 'appointment/captain-exists',
  status: 409,
  title: ({ by }) => `这栋楼这段时间已经有楼长：${by}`,
});
export const auditorApart = defineProblem({
  code: 'appointment/auditor-apart',
  status: 409,
  title: '审计员不能同时是人事管理员或者平台管理员',
});
export const lastPersonnelAdmin = defineProblem({
  code: 'appointment/last-personnel-admin',
  status: 409,
  title: '这是最后一位人事管理员，请先任命另一位',
});
export const personIsSuspended = defineProblem({
  code: 'appointment/person-suspended',
  status: 409,
  title: '这个人已经停用，请先恢复',
});
export const heirUnfit = defineProblem<{ name: string; count: number }>({
  code: 'appointment/heir-unfit',
  status: 409,
  title: ({ name, count }) => `有 ${count} 件不在${name}管的地方，不能都交给这个人`,
});
export const leaveOutside = defineProblem({
  code: 'appointment/leave-outside',
  status: 400,
  title: '请假要在任命的时间里面，从现在或者以后开始',
});
export const leaveOverlaps = defineProblem({
  code: 'appointment/leave-overlaps',
  status: 409,
  title: '这段时间里已经登记了请假',
});
export const leaveNotFound = defineProblem({
  code: 'appointment/leave-not-found',
  status: 404,
  title: '没有找到这次请假',
});
export const standInUnfit = defineProblem({
  code: 'appointment/stand-in-unfit',
  status: 409,
  title: '代班的人不能是请假的人自己',
});
export const standInNotExtended = defineProblem({
  code: 'appointment/stand-in-not-extended',
  status: 409,
  title: '代班到请假结束为止，不能延长',
});
export const suspendsOneself = defineProblem({
  code: 'staff/suspends-oneself',
  status: 409,
  title: '不能停用自己',
});
