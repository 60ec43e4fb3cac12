import type { HotlineAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { doneBefore, withIdsUsedOnce } from '../../platform/idempotency/sent-before.js';
import type { ReplyHotlineOrderDto, ReportBackHotlineOrderDto } from './dto/hotline-action.dto.js';
import { orderNotFound } from './hotline.errors.js';
import { HotlineFollow } from './hotline.follow.js';
import { decideOrder } from './hotline.lifecycle.js';
import { HotlineRecords } from './hotline.records.js';
import { HotlineActionRow } from './hotline-action.entity.js';
import { HotlineOrder } from './hotline-order.entity.js';

interface Act {
  action: HotlineAction;
  body: { actionId: string };
  note: string | null;
  change: (order: HotlineOrder, now: Date) => Partial<HotlineOrder>;
}

/** What people do to orders: lock, decide, change, record, all or nothing; sent twice it is one. */
@Injectable()
export class HotlineService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly follow: HotlineFollow,
    private readonly records: HotlineRecords,
  ) {}

  /** Writes the answer, or puts the one that was written right. */
  reply(actor: SignedInActor, id: string, body: ReplyHotlineOrderDto): Promise<void> {
    const { replyText } = body;
    return this.act(actor, id, {
      action: 'reply',
      body,
      note: replyText,
      change: (order, now) => ({
        replyText,
        repliedById: actor.personId,
        repliedByName: actor.name,
        repliedAt: now,
        corrections: order.state === 'replied' ? order.corrections + 1 : 0,
      }),
    });
  }

  /** Says that the answer was handed back outside; from here on nothing changes any more. */
  reportBack(actor: SignedInActor, id: string, body: ReportBackHotlineOrderDto): Promise<void> {
    return this.act(actor, id, {
      action: 'report_back',
      body,
      note: body.note || null,
      change: (_, now) => ({ reportedBackAt: now }),
    });
  }

  private async act(actor: SignedInActor, id: string, { action, body, note, change }: Act): Promise<void> {
    const hash = requestHash({ orderId: id, action, ...body });
    const scope = scopeOf(actor, `hotline.${action}`);
    await withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        const order = await locked(tx, id);
        if (order === null || !scopeCovers(scope, { communityId: order.communityId, gridId: null }))
          throw orderNotFound();
        const before = await tx.getRepository(HotlineActionRow).findOneBy({ id: body.actionId });
        if (doneBefore(before, actor.personId, hash)) return;
        const now = this.clock.now();
        // What became of the incident counts from the moment it happened, not from when word of it came.
        await this.follow.settle(tx, order, now);
        const decision = decideOrder(order, action);
        if (!decision.ok) throw decision.problem;
        Object.assign(order, change(order, now), { state: decision.to });
        await this.records.record(tx, order, {
          ...{ action, at: now, actor, note },
          sent: { id: body.actionId, hash },
        });
      }),
    );
  }
}

function locked(tx: EntityManager, id: string): Promise<HotlineOrder | null> {
  if (!isUuidV7(id)) throw orderNotFound();
  return tx.getRepository(HotlineOrder).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
}
