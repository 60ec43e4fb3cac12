import { defineProblem } from '../../../platform/http/problem.js';

export const organisationNotFound = defineProblem({
  code: 'organisation/not-found',
  status: 404,
  title: '没有找到这个单位',
});
export const servesNowhereOfYours = defineProblem({
  code: 'organisation/beyond-your-reach',
  status: 403,
  title: '这个地方的单位不归您管',
});
export const nameTaken = defineProblem<{ serves: string }>({
  code: 'organisation/name-taken',
  status: 409,
  title: ({ serves }) => `${serves}已经有叫这个名字的单位`,
});
export const isDissolved = defineProblem({
  code: 'organisation/dissolved',
  status: 409,
  title: '这个单位已经解散',
});
export const stillAtWork = defineProblem<{ tasks: number; people: number }>({
  code: 'organisation/still-at-work',
  status: 409,
  title: ({ tasks, people }) => `${stillWords(tasks, people)}，先了结再解散`,
});
export const estateElsewhere = defineProblem({
  code: 'organisation/estate-elsewhere',
  status: 409,
  title: '有的小区不在这个单位服务的地方，或者已经撤销',
});

function stillWords(tasks: number, people: number): string {
  const parts = [
    ...(tasks > 0 ? [`还有 ${tasks} 个任务没办完`] : []),
    ...(people > 0 ? [`${tasks > 0 ? '' : '还'}有 ${people} 项任命没结束`] : []),
  ];
  return parts.join('，');
}
