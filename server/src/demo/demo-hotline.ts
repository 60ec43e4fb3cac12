import { MINUTE_MS } from './demo-plan.js';

/** One order of the city hotline, and how far the community has come with it. */
export interface PlannedOrder {
  receivedAt: Date;
  dueAt: Date;
  number: string;
  caller: { name: string; phone: string };
  category: string;
  building: string;
  placeNote?: string;
  said: string;
  /** Handled with these words. */
  resolved?: string;
  reply?: string;
}

const HOUR_MS = 60 * MINUTE_MS;

/** Something at each stage: hardly any time left, an answer to write, an answer to hand back. */
export function planHotline(now: Date): PlannedOrder[] {
  const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR_MS);
  return [
    {
      receivedAt: inHours(-30),
      dueAt: inHours(18),
      number: '演示热线-0163',
      caller: { name: '孙女士', phone: '13800001063' },
      category: 'facility',
      building: '安澜里 4 号楼',
      said: '单元门的闭门器坏了，关门声音很大，老人被惊醒几次，希望尽快修好。',
      resolved: '换了闭门器，试了三次，关门没有响声',
      reply: '您好，安澜里 4 号楼单元门的闭门器已经更换并调试好，感谢您的反映。',
    },
    {
      receivedAt: inHours(-20),
      dueAt: inHours(22),
      number: '演示热线-0167',
      caller: { name: '赵先生', phone: '05468000167' },
      category: 'sanitation',
      building: '槐荫苑 2 号楼',
      said: '楼后绿化带里有人扔旧沙发，已经三天没有人清走。',
      resolved: '旧沙发清走了，绿化带也扫过',
    },
    {
      receivedAt: inHours(-42),
      dueAt: inHours(6),
      number: '演示热线-0159',
      caller: { name: '周女士', phone: '13800001059' },
      category: 'facility',
      building: '安澜里 5 号楼',
      placeNote: '楼后那条小路',
      said: '小路上的树枝挡住了路灯，晚上走路看不清，希望修剪。',
    },
  ];
}
