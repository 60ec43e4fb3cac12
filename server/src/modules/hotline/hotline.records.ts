import type { HotlineTimelineAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Settings } from '../../platform/config/settings.js';
import { Outbox } from '../../platform/events/outbox.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { ClockRows } from '../clock/index.js';
import { nextLook, outsideClock } from './hotline.clock.js';
import { HotlineActionRow } from './hotline-action.entity.js';
import { HotlineOrder } from './hotline-order.entity.js';

/** Under this name the timeline keeps what happened by itself. */
const SYSTEM_NAME = '系统';

export interface NewHotlineAction {
  action: HotlineTimelineAction;
  at: Date;
  /** Null: it happened by itself. */
  actor: SignedInActor | null;
  note?: string | null;
  /** As the client made and sent it; made here where it did not. */
  sent?: { id: string; hash: string };
}

/** Writes down what became of an order: its row, its timeline, its clock and the event, all in the caller's transaction. */
@Injectable()
export class HotlineRecords {
  constructor(
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly clockRows: ClockRows,
  ) {}

  get warnHours(): readonly number[] {
    return this.settings.hotlineWarnHours;
  }

  /** The caller holds the order's lock, or has just made it. */
  async record(
    tx: EntityManager,
    order: HotlineOrder,
    { action, at, actor, note, sent }: NewHotlineAction,
  ): Promise<void> {
    const timeline = tx.getRepository(HotlineActionRow);
    const id = sent?.id ?? newId(at);
    await timeline.insert({
      id,
      orderId: order.id,
      seq: (await timeline.countBy({ orderId: order.id })) + 1,
      action,
      actorPersonId: actor?.personId ?? null,
      actorName: actor?.name ?? SYSTEM_NAME,
      at,
      note: note ?? null,
      requestHash: sent?.hash ?? requestHash({ orderId: order.id, action, id }),
    });
    await tx.getRepository(HotlineOrder).save(order);
    await this.keepClock(tx, order, at);
    await this.tell(tx, order, action, at, actor?.personId ?? null);
  }

  async keepClock(tx: EntityManager, order: HotlineOrder, now: Date): Promise<void> {
    const clock = outsideClock(order, this.warnHours);
    await this.clockRows.keep(
      tx,
      {
        subjectType: 'hotline_order',
        subjectId: order.id,
        communityId: order.communityId,
        policyVersionId: order.clockPolicyId,
      },
      [{ ...clock, nextSweepAt: nextLook(order, this.warnHours) }],
      { stored: await this.clockRows.of(tx, 'hotline_order', order.id), now },
    );
  }

  /** Events are called after what happened, `due_soon` besides. */
  async tell(
    tx: EntityManager,
    { id, communityId, outsideDueAt }: HotlineOrder,
    what: HotlineTimelineAction | 'due_soon',
    at: Date,
    actorId: string | null,
  ): Promise<void> {
    await this.outbox.append(tx, {
      type: `hotline_order.${what}`,
      subjectType: 'hotline_order',
      subjectId: id,
      communityId,
      at,
      data: { actorId, dueAt: outsideDueAt.toISOString() },
    });
  }
}
