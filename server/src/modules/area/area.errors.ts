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

export const placeNotFound = defineProblem({
  code: 'place/not-found',
  status: 404,
  title: '没有找到这个二维码，请刷新列表再看',
});

export const placeOutsideYourArea = defineProblem({
  code: 'place/outside-your-area',
  status: 403,
  title: '这个社区的二维码不归您管',
});

export const placeAlreadyRevoked = defineProblem({
  code: 'place/already-revoked',
  status: 409,
  title: '这个码已经停用了，请刷新列表再看',
});

export const placeOutsideCommunity = defineProblem({
  code: 'place/outside-community',
  status: 422,
  title: '这个点不在这个社区里，请在边界以内点',
});

export const buildingHasPlace = defineProblem({
  code: 'place/building-has-one',
  status: 409,
  title: '选的楼里有的已经有码了，请刷新列表再看',
});
