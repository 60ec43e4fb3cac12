import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../modules/message/index.js';
import { Clock } from '../platform/clock/clock.js';
import { Effect, type RecordedEvent } from '../platform/events/effect.js';
import { Outbox } from '../platform/events/outbox.js';

/** What one transaction takes back: a fraction of a second, so that whatever else happened comes in between. */
const BATCH = 250;
const NOTHING_YET = '';

/**
 * Whoever was told of a notice that is withdrawn finds that in its place, unread and among the newest: nobody goes on
 * storing water for a day on which it runs, and a title withdrawn for the name in it is read nowhere any more.
 */
@Injectable()
export class TakeBackWhatAWithdrawnNoticeSaid extends Effect {
  readonly name = 'take-back-what-a-withdrawn-notice-said';
  readonly on = ['notice.withdrawn', 'notice.taking_back'];

  constructor(
    private readonly messages: Messages,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(tx: EntityManager, event: RecordedEvent): Promise<void> {
    const { subjectId: id, data } = event;
    if (event.type === 'notice.withdrawn') return this.goOn(tx, event, NOTHING_YET);
    const last = await this.messages.takeBack(tx, {
      link: { type: 'notice', id },
      title: '已撤回的通知',
      body: '社区撤回了这条通知，点开看原因。',
      knownTo: typeof data?.actorId === 'string' ? data.actorId : null,
      at: this.clock.now(),
      after: String(data?.after),
      limit: BATCH,
    });
    if (last !== null) await this.goOn(tx, event, last);
  }

  /** Of the subject that residents are told by: what was being said is said before it is taken back. */
  private goOn(tx: EntityManager, { subjectId, communityId, data }: RecordedEvent, after: string) {
    return this.outbox.append(tx, {
      type: 'notice.taking_back',
      subjectType: 'notice_telling',
      subjectId,
      communityId,
      at: this.clock.now(),
      data: { actorId: data?.actorId ?? null, after },
    });
  }
}
