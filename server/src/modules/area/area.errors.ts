import { defineProblem } from '../../platform/http/problem.js';

export const placeMalformed = defineProblem({
  code: 'place/malformed',
  status: 400,
  title: '这个码不完整，请再扫一次',
});

export const placeUnknown = defineProblem({
  code: 'place/unknown',
  status: 404,
  title: '没有这个地方的码，请换一张扫',
});

export const placeRevoked = defineProblem({
  code: 'place/revoked',
  status: 410,
  title: '这张码已经停用，请扫新贴的码，或者自己选地方',
});

export const outsideEverything = defineProblem({
  code: 'area/outside-everything',
  status: 422,
  title: '这里还没有开通，先选一个社区里的地方',
});

export const communityNotFound = defineProblem({
  code: 'area/community-not-found',
  status: 404,
  title: '没有找到这个社区',
});

export const buildingNotFound = defineProblem({
  code: 'area/building-not-found',
  status: 422,
  title: '没有找到这栋楼，请重新选',
});

export const whereNeeded = defineProblem({
  code: 'area/where-needed',
  status: 422,
  title: '请先选事情在哪里',
});
