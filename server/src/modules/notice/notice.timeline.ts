import type { NoticeTimelineAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { Notice } from './notice.entity.js';
import { NoticeActionRow } from './notice-action.entity.js';

/** Under this name the timeline keeps what happened by itself. */
const SYSTEM_NAME = '系统';

export interface NewNoticeAction {
  id: string;
  notice: Notice;
  /** Null: it happened by itself. */
  actor: SignedInActor | null;
  action: NoticeTimelineAction;
  at: Date;
  reason: string | null;
  requestHash: string;
}

/** What others have to hear of a notice; one that waits for WeChat's check is nobody's business yet. */
export type NoticeEvent = 'published' | 'waiting' | 'withdrawn';

/** The append-only record of one notice, and the event it owes. */
@Injectable()
export class NoticeTimeline {
  constructor(private readonly outbox: Outbox) {}

  /** The caller holds the notice's lock or has just made it. */
  async append(tx: EntityManager, entry: NewNoticeAction): Promise<void> {
    const { id, notice, actor, action, at, reason, requestHash } = entry;
    const timeline = tx.getRepository(NoticeActionRow);
    const seq = (await timeline.countBy({ noticeId: notice.id })) + 1;
    await timeline.insert({
      ...{ id, noticeId: notice.id, seq, action, at, reason, requestHash },
      actorPersonId: actor?.personId ?? null,
      actorName: actor?.name ?? SYSTEM_NAME,
    });
  }

  /** Its own lock keeps the events of one notice in order. */
  async tell(
    tx: EntityManager,
    event: NoticeEvent,
    notice: Notice,
    actorId: string | null,
    at: Date,
  ): Promise<void> {
    await this.outbox.append(tx, {
      type: `notice.${event}`,
      subjectType: 'notice',
      subjectId: notice.id,
      communityId: notice.communityId,
      at,
      data: { actorId },
    });
  }

  find(tx: EntityManager, id: string): Promise<NoticeActionRow | null> {
    return tx.getRepository(NoticeActionRow).findOneBy({ id });
  }
}
