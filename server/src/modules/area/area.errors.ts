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

export const mapRefused = defineProblem<{ faults: readonly { words: string }[] }>({
  code: 'area/map-refused',
  status: 422,
  title: ({ faults }) =>
    faults.length === 1 ? (faults[0]?.words ?? '') : `地图上有 ${faults.length} 处要改，改好再保存`,
  details: ({ faults }) => ({ faults }),
});

export const mapMovedOn = defineProblem({
  code: 'area/map-moved-on',
  status: 409,
  title: '这张地图刚被别人改过，请重新打开再改',
});

export const mapUnchanged = defineProblem({
  code: 'area/map-unchanged',
  status: 422,
  title: '地图没有变化，不用保存',
});

export const mapAreaUnknown = defineProblem({
  code: 'area/map-area-unknown',
  status: 422,
  title: '要改的网格、小区或楼不在这个社区里，请重新打开再改',
});

export const mapTooLarge = defineProblem({
  code: 'area/map-too-large',
  status: 422,
  title: '一次改的边界太多了，请分几次保存',
});

export const areaNotFound = defineProblem({
  code: 'area/not-found',
  status: 404,
  title: '没有找到这个街道或者社区，请刷新再看',
});

export const communityBeyondReach = defineProblem({
  code: 'area/beyond-your-reach',
  status: 403,
  title: '这个街道的社区不归您管',
});

export const areaNameTaken = defineProblem<{ name: string }>({
  code: 'area/name-taken',
  status: 409,
  title: ({ name }) => `这里已经有「${name}」了，换一个名字`,
});

export const areaCodeTaken = defineProblem<{ code: string; name: string }>({
  code: 'area/code-taken',
  status: 409,
  title: ({ code, name }) => `编码 ${code} 已经给过${name}，请核对`,
});

export const shortCodeTaken = defineProblem<{ shortCode: string; name: string }>({
  code: 'area/short-code-taken',
  status: 409,
  title: ({ shortCode, name }) => `短码 ${shortCode} 已经给过${name}，换一个`,
});

export const codeOfAnotherLevel = defineProblem<{ digits: number; begins: string | null }>({
  code: 'area/code-of-another-level',
  status: 422,
  title: ({ digits, begins }) =>
    begins === null
      ? `编码要是 ${digits} 位数字`
      : `编码要是 ${digits} 位数字，以上一级的编码 ${begins} 开头`,
});

export const codesBelowDiffer = defineProblem<{ name: string; code: string }>({
  code: 'area/codes-below-differ',
  status: 409,
  title: ({ name, code }) => `下面的${name}编码是 ${code}，不以这个编码开头，请核对`,
});

export const codesFixed = defineProblem({
  code: 'area/codes-fixed',
  status: 409,
  title: '编码和短码已经在用，不能再改；名字可以改',
});

export const countyDiffers = defineProblem<{ code: string; name: string }>({
  code: 'area/county-differs',
  status: 422,
  title: ({ code, name }) => `编码 ${code} 开头的是${name}，请核对区县和编码`,
});

export const areaStillInUse = defineProblem<{ ties: readonly { count: number; words: string }[] }>({
  code: 'area/still-in-use',
  status: 409,
  title: ({ ties }) => `还有 ${ties.map(({ count, words }) => `${count} ${words}`).join('、')}，先处理完再关`,
});
