import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../modules/message/index.js';
import { NOBODY_YET, NoticeFacts, NoticeTellings, type ToldUpTo } from '../modules/notice/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { Outbox } from '../platform/events/outbox.js';
import { whereAndWhen } from './notice-words.js';

/** What one transaction tells: a fraction of a second, so that whatever else happened comes in between. */
const BATCH = 250;

/**
 * Whoever belongs to a home where a notice is for is told of it, some at a time: each batch is one event that owes the
 * next, so that a process that dies in the middle leaves it to another, and nobody is told twice.
 */
@Injectable()
export class TellResidentsOfANotice extends Effect {
  readonly name = 'tell-residents-of-a-notice';
  readonly on = ['notice.published', 'notice.telling'];

  constructor(
    private readonly notices: NoticeFacts,
    private readonly tellings: NoticeTellings,
    private readonly messages: Messages,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    if (event.type === 'notice.telling') return this.tellSome(tx, event);
    const notice = await this.notices.of(tx, event.subjectId);
    if (notice?.state !== 'published') return;
    await this.tellings.begin(tx, notice, event.id);
    await this.goOn(tx, event, { personId: NOBODY_YET, secondRound: false });
  }

  private async tellSome(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const { actorId = null, after, secondRound = false } = event.data ?? {};
    const upTo = { personId: String(after), secondRound: secondRound === true };
    const next = await this.tellings.next(tx, event.subjectId, upTo, BATCH);
    if (next === null) return;
    const { notice, cause, personIds } = next;
    const many = await this.messages.sendToMany(tx, {
      personIds: personIds.filter((id) => id !== actorId),
      kind: 'notice_here',
      title: notice.title,
      body: `${whereAndWhen(notice, event.at)}。点开看要做什么。`,
      link: { type: 'notice', id: notice.id },
      communityId: notice.communityId,
      cause,
      at: this.clock.now(),
      until: notice.overAt,
    });
    await this.tellings.count(tx, notice.id, many);
    await this.goOn(tx, event, {
      personId: personIds.at(-1) ?? NOBODY_YET,
      secondRound: next.secondRound,
    });
  }

  /** Of a subject of its own: what else happens to the notice does not wait until everybody has been told. */
  private goOn(
    tx: EntityManager,
    { subjectId, communityId, data }: RecordedEvent,
    { personId: after, secondRound }: ToldUpTo,
  ) {
    return this.outbox.append(tx, {
      type: 'notice.telling',
      subjectType: 'notice_telling',
      subjectId,
      communityId,
      at: this.clock.now(),
      data: { actorId: data?.actorId ?? null, after, secondRound },
    });
  }
}
