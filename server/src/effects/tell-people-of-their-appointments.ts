import { ROLE_LABELS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../modules/message/index.js';
import { type AppointmentFact, StaffFacts } from '../modules/staff/index.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { momentOf } from './telling.js';

interface Words {
  title: string;
  body: string;
}

/**
 * Whoever is appointed, goes on leave, stands in, or whose appointment ends reads what, where and from when to when.
 * No other person's name is in it: what lies in an inbox is not taken back when somebody leaves.
 */
@Injectable()
export class TellPeopleOfTheirAppointments extends Effect {
  readonly name = 'tell-people-of-their-appointments';
  readonly on = ['appointment.made', 'appointment.ends', 'appointment.leave', 'appointment.leave_ended'];

  constructor(
    private readonly staff: StaffFacts,
    private readonly messages: Messages,
  ) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const fact = await this.staff.of(tx, event.subjectId);
    if (fact === null) return;
    await this.messages.send(tx, {
      ...{ personIds: [fact.personId], kind: 'account_changed', ...wordsOf(event, fact) },
      link: { type: 'none', id: null },
      ...{ communityId: fact.communityId, cause: event.id, at: event.at },
    });
  }
}

function wordsOf({ type, at, data = {} }: RecordedEvent, fact: AppointmentFact): Words {
  const office = `${fact.placeLabel}的${ROLE_LABELS[fact.role]}`;
  const from = momentIn(data.from) ?? at;
  switch (type) {
    case 'appointment.made':
      return madeWords(fact, office, spanWords(from, momentIn(data.to), at));
    case 'appointment.ends':
      return endWords(fact, office, { from, until: momentIn(data.at) ?? at, now: at });
    case 'appointment.leave':
      return {
        title: '给您登记了请假',
        body: `${office}，${spanWords(from, momentIn(data.to), at)}请假${data.covered === true ? '，有人代班' : '，没有人代班'}。请假的时候看不到工作台，到时候自己恢复。要提前回来，请告诉社区。`,
      };
    default:
      return from > at
        ? { title: '登记的请假取消了', body: `${office}，原定 ${when(from, at)} 起的请假取消了。` }
        : { title: '请假结束了', body: `${office}，从现在起又由您来做。` };
  }
}

function madeWords({ standsIn }: AppointmentFact, office: string, span: string): Words {
  return standsIn
    ? { title: '请您代班', body: `${office}请假，${span}请您代班，那里的事由您来办。` }
    : { title: '您有新的任命', body: `您是${office}，${span}。弄错了请联系社区。` };
}

function endWords(
  { standsIn }: AppointmentFact,
  office: string,
  { from, until, now }: { from: Date; until: Date; now: Date },
): Words {
  const what = standsIn ? '代班' : '任命';
  if (from > until)
    return { title: `${what}取消了`, body: `${office}，原定 ${when(from, now)} 起，不会开始了。` };
  if (until > now)
    return { title: `${what}到 ${when(until, now)} 为止`, body: `${office}，到 ${when(until, now)} 为止。` };
  return {
    title: `${what}结束了`,
    body: standsIn ? `${office}，代班到此为止，辛苦了。` : `您不再是${office}。有疑问请联系社区。`,
  };
}

function spanWords(from: Date, to: Date | null, now: Date): string {
  const begin = from > now ? `${when(from, now)} 起` : '从现在起';
  return to === null ? begin : `${begin}，到 ${when(to, now)} 为止`;
}

function momentIn(value: unknown): Date | null {
  return typeof value === 'string' ? new Date(value) : null;
}

const OFFSET_MS = 8 * 3_600_000;
const yearOf = (moment: Date) => new Date(moment.getTime() + OFFSET_MS).getUTCFullYear();

/** With its year when that is another than the one in which it is read. */
function when(moment: Date, now: Date): string {
  return `${yearOf(moment) === yearOf(now) ? '' : `${yearOf(moment)} 年 `}${momentOf(moment)}`;
}
