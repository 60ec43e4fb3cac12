import type { StaffAppointment } from '../../api/contract';

const OFFSET_MS = 8 * 3_600_000;

/** `2026-11-22`, in Asia/Shanghai. */
export function dayOf(moment: string): string {
  return new Date(Date.parse(moment) + OFFSET_MS).toISOString().slice(0, 10);
}

/** `12 月 10 日`, in Asia/Shanghai; with its year when that is not this one's. */
export function dayInWords(moment: string, nowMs: number): string {
  const [year, month, day] = dayOf(moment).split('-').map(Number);
  const thisYear = new Date(nowMs + OFFSET_MS).getUTCFullYear();
  return `${year === thisYear ? '' : `${year} 年 `}${month} 月 ${day} 日`;
}

/** From when to when, and what is out of the ordinary about it. */
export function appointmentWords(one: StaffAppointment): string {
  if (one.toAt !== null && one.toAt <= one.fromAt) return `原定 ${dayOf(one.fromAt)} 起，没有开始就取消了`;
  const span = one.toAt === null ? `${dayOf(one.fromAt)} 起` : `${dayOf(one.fromAt)} 到 ${dayOf(one.toAt)}`;
  const standIn = one.standInForName === null ? '' : `，替${one.standInForName}代班`;
  return `${span}${standIn}${one.onLeave ? '，正在请假' : ''}`;
}
