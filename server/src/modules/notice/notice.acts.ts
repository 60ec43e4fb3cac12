import type { NoticeAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { doneBefore, withIdsUsedOnce } from '../../platform/idempotency/sent-before.js';
import { newId } from '../../platform/ids/new-id.js';
import { ContentGate } from '../content/index.js';
import type { LetNoticeThroughDto, WithdrawNoticeDto } from './dto/write-notice.dto.js';
import { Notice } from './notice.entity.js';
import { noticeNotFound } from './notice.errors.js';
import { noticeMay } from './notice.lifecycle.js';
import { overAt } from './notice.rules.js';
import { NoticeTimeline } from './notice.timeline.js';

interface Act {
  action: NoticeAction;
  body: { actionId: string };
  reason: string | null;
  also: (tx: EntityManager, notice: Notice, now: Date) => Promise<void>;
}

/** What happens to a notice after it was written: lock, decide, change, record, all or nothing; sent twice it is one. */
@Injectable()
export class NoticeActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly gate: ContentGate,
    private readonly timeline: NoticeTimeline,
  ) {}

  letThrough(actor: SignedInActor, id: string, body: LetNoticeThroughDto): Promise<void> {
    return this.act(actor, id, {
      action: 'let_through',
      body,
      reason: null,
      also: async (tx, notice, now) => {
        await this.gate.letThrough(tx, { type: 'notice', id: notice.id }, actor.personId, now);
        await this.publish(tx, notice, actor.personId, now);
      },
    });
  }

  withdraw(actor: SignedInActor, id: string, body: WithdrawNoticeDto): Promise<void> {
    return this.act(actor, id, {
      action: 'withdraw',
      body,
      reason: body.reason,
      also: async (tx, notice, now) => {
        // Everybody who opens it afterwards reads why, so that the reason goes through the gate as well.
        await this.gate.hold(tx, {
          subject: { type: 'notice', id: notice.id },
          ...{ authorId: actor.personId, byStaff: true, at: now, photoIds: [] },
          text: { id: body.actionId, words: body.reason },
        });
        await this.timeline.tell(tx, 'withdrawn', notice, actor.personId, now);
      },
    });
  }

  /** WeChat has answered: nothing found publishes what waited for it; anything else waits for a person, who is told. */
  async checked(tx: EntityManager, id: string): Promise<void> {
    const notice = await lock(tx, id);
    if (notice === null || notice.state !== 'waiting') return;
    const now = this.clock.now();
    if ((await this.gate.hiddenCount(tx, { type: 'notice', id })) > 0) {
      await this.timeline.tell(tx, 'waiting', notice, null, now);
      return;
    }
    notice.state = 'published';
    await this.publish(tx, notice, null, now);
    await this.timeline.append(tx, {
      ...{ id: newId(now), notice, actor: null, action: 'pass', at: now, reason: null },
      requestHash: requestHash({ id, action: 'pass' }),
    });
    await tx.getRepository(Notice).save(notice);
  }

  private async act(actor: SignedInActor, id: string, { action, body, reason, also }: Act): Promise<void> {
    if (!isUuidV7(id)) throw noticeNotFound();
    const hash = requestHash({ id, action, ...body });
    await withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        const notice = await lock(tx, id);
        if (notice === null) throw noticeNotFound();
        const staff = scopeOf(actor, `notice.${action}`).communityIds.includes(notice.communityId);
        if (!staff) throw noticeNotFound();
        if (doneBefore(await this.timeline.find(tx, body.actionId), actor.personId, hash)) return;
        const decision = noticeMay(notice.state, action, staff);
        if (!decision.ok) throw decision.problem;
        const now = this.clock.now();
        notice.state = decision.to;
        await this.timeline.append(tx, {
          ...{ id: body.actionId, notice, actor, action, at: now, reason, requestHash: hash },
        });
        await also(tx, notice, now);
        await tx.getRepository(Notice).save(notice);
      }),
    );
  }

  private async publish(tx: EntityManager, notice: Notice, actorId: string | null, now: Date): Promise<void> {
    notice.publishedAt = now;
    notice.overAt = overAt(notice, now);
    await this.timeline.tell(tx, 'published', notice, actorId, now);
  }
}

function lock(tx: EntityManager, id: string): Promise<Notice | null> {
  return tx.getRepository(Notice).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
}
