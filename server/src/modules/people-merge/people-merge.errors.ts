import { defineProblem } from '../../platform/http/problem.js';

export const personNotFound = defineProblem({
  code: 'people-merge/not-found',
  status: 404,
  title: '没有找到这个人，或者不归您的社区',
});
export const samePerson = defineProblem({
  code: 'people-merge/same-person',
  status: 400,
  title: '这是同一个人，请选另一个',
});
export const ownAccount = defineProblem({
  code: 'people-merge/own',
  status: 409,
  title: '自己的账号要由别人来合并',
});
export const suspended = defineProblem<{ name: string }>({
  code: 'people-merge/suspended',
  status: 409,
  title: ({ name }) => `${name}停用了，请先恢复，再合并`,
});
export const mergedAlready = defineProblem({
  code: 'people-merge/merged-already',
  status: 409,
  title: '其中一个人已经合并到别人那里了，请重新找一找',
});
export const beyondYourReach = defineProblem({
  code: 'people-merge/beyond-your-reach',
  status: 403,
  title: '其中一个人有您管不到的房屋、任职或者工作台账号，请找人事管理员合并',
});
export const conflicting = defineProblem<{ words: string }>({
  code: 'people-merge/conflicting',
  status: 409,
  title: ({ words }) => words,
});
