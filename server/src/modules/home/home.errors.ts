import { LIMITS } from '@linli/shared';
import { defineProblem } from '../../platform/http/problem.js';

/** One sentence for what is not there and for what is none of this person's business. */
export const homeNotFound = defineProblem({
  code: 'home/not-found',
  status: 404,
  title: '没有找到这套房屋',
});

export const ownerNotFound = defineProblem({
  code: 'home/owner-not-found',
  status: 404,
  title: '没有找到这位产权人，可能刚刚过户了，请刷新看看',
});

export const phoneNotKept = defineProblem({
  code: 'home/no-phone',
  status: 404,
  title: '这位产权人没有留电话',
});

export const sharesTooMuch = defineProblem({
  code: 'home/shares-too-much',
  status: 422,
  title: '产权份额加起来超过了 100%',
});

export const sharesHalfStated = defineProblem({
  code: 'home/shares-half-stated',
  status: 422,
  title: '产权份额请都写上，或者都不写',
});

export const shareUnreadable = defineProblem({
  code: 'home/share-unreadable',
  status: 422,
  title: '产权份额看不懂，请写成 1/2、50% 或 0.5 这样',
});

export const ownerTwice = defineProblem<{ name: string }>({
  code: 'home/owner-twice',
  status: 422,
  title: ({ name }) => `「${name}」写了两次`,
});

export const outsideYourCommunities = defineProblem({
  code: 'home/outside-your-communities',
  status: 403,
  title: '只能管自己社区的房屋',
});

export const importNotFound = defineProblem({
  code: 'home/import-not-found',
  status: 404,
  title: '没有找到这次导入',
});

export const importUnderWay = defineProblem<{ by: string }>({
  code: 'home/import-under-way',
  status: 409,
  title: ({ by }) => `${by}传的一份表格还没有导入完，请先导入或者放弃那一份`,
});

export const importNotReady = defineProblem<{ now: string }>({
  code: 'home/import-not-ready',
  status: 409,
  title: ({ now }) => `这份表格现在「${now}」，不能这样做，请刷新看看`,
});

export const importHasProblems = defineProblem({
  code: 'home/import-has-problems',
  status: 422,
  title: '表格里有要改的地方，改好再传一次；现在一户也没有导入',
});

export const importChanged = defineProblem({
  code: 'home/import-changed',
  status: 409,
  title: '名册在您预览之后有变化，正在重新核对，请再看一遍',
});

export const noChanges = defineProblem({
  code: 'home/import-no-changes',
  status: 404,
  title: '这份表格没有等着确认的变化，请刷新看看',
});

export const noProblems = defineProblem({
  code: 'home/import-no-problems',
  status: 404,
  title: '这份表格没有要改的地方',
});

export const homeSheetTooLarge = defineProblem({
  code: 'spreadsheet/too-large',
  status: 413,
  title: `表格太大了，最多 ${LIMITS.homeImportBytes / 1024 / 1024} MB、${LIMITS.homeImportRows} 行，请分几次导入`,
});
