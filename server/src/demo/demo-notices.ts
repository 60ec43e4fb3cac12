import type { NoticeKind } from '@linli/shared';
import { DAY_MS } from './demo-plan.js';

const HOUR_MS = DAY_MS / 24;
const OFFSET_MS = 8 * HOUR_MS;

/** A notice as the demo tells it; without grids and buildings it is for the whole community. */
export interface PlannedNotice {
  writtenAt: Date;
  by: string;
  community: string;
  grids?: string[];
  buildings?: string[];
  kind: NoticeKind;
  title: string;
  body: string;
  startsAt?: Date;
  endsAt?: Date;
  /** Who has read it. */
  readers?: string[];
}

/** What the communities tell their people these days. Written before yesterday, so that nobody's telephone rings for it. */
export function planNotices(now: Date): PlannedNotice[] {
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const today = Math.floor((now.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  const on = (days: number, hour: number) => new Date(today + days * DAY_MS + hour * HOUR_MS);
  const residents = ['resident-1', 'resident-2', 'resident-3', 'resident-4'];
  return [
    {
      writtenAt: ago(100),
      by: 'community-worker-1',
      community: 'AL',
      kind: 'power',
      title: '配电室检修，停电两小时',
      body: '供电公司检修配电室，停电期间电梯停用，请提前安排。',
      startsAt: on(-2, 14),
      endsAt: on(-2, 16),
      readers: residents,
    },
    {
      writtenAt: ago(40),
      by: 'community-secretary-1',
      community: 'AL',
      kind: 'activity',
      title: '义诊来了，量血压、测血糖',
      body: '社区卫生站的医生在中心花园的亭子里等大家，不用预约，带上身份证或医保卡就行。',
      startsAt: on(2, 9),
      endsAt: on(2, 11.5),
      readers: residents.slice(1),
    },
    {
      writtenAt: ago(36),
      by: 'community-worker-2',
      community: 'LH',
      kind: 'road',
      title: '东门口修路，请走北门',
      body: '东门外挖沟埋管，车和人都请走北门。',
      startsAt: ago(30),
      endsAt: on(5, 18),
    },
    {
      writtenAt: ago(32),
      by: 'community-worker-1',
      community: 'AL',
      kind: 'gas',
      title: '燃气换表，当天停气',
      body: '燃气公司上门换表，家里要留人。约时间请打 13800000299。',
      buildings: ['安澜里 5 号楼'],
      startsAt: on(3, 8.5),
      endsAt: on(3, 17),
    },
    {
      writtenAt: ago(30),
      by: 'community-worker-1',
      community: 'AL',
      grids: ['AL 3 网格'],
      kind: 'water',
      title: '检修水管，停水一天',
      body: '自来水公司检修 3 网格的管道，请提前接好水。来水后先放一会儿再用。',
      startsAt: on(1, 8),
      endsAt: on(1, 17),
      readers: residents.slice(2),
    },
  ];
}
