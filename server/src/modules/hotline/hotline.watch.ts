import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClockSweep } from '../clock/index.js';
import { dueNow } from './hotline.clock.js';
import { HotlineRecords } from './hotline.records.js';
import { HotlineOrder } from './hotline-order.entity.js';

/** What happens to an order because time goes by: told that its date comes near, passed on once it is past. */
@Injectable()
export class HotlineWatch implements OnModuleInit {
  constructor(
    private readonly sweep: ClockSweep,
    private readonly records: HotlineRecords,
  ) {}

  onModuleInit(): void {
    this.sweep.watch('hotline_order', (tx, id, now) => this.attend(tx, id, now));
  }

  /** Everything is read under the order's lock, so that of several processes only the first finds it undone. */
  private async attend(tx: EntityManager, id: string, now: Date): Promise<void> {
    const order = await tx
      .getRepository(HotlineOrder)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (order === null) return;
    const due = dueNow(order, this.records.warnHours, now);
    if (due === null) {
      await this.records.keepClock(tx, order, now);
      return;
    }
    if (due === 'due_soon') {
      // Of several warnings that nobody was there to give only the last is worth anything.
      order.warnedTo = now;
      await tx.getRepository(HotlineOrder).save(order);
      await this.records.keepClock(tx, order, now);
      await this.records.tell(tx, order, 'due_soon', now, null);
      return;
    }
    order.overdueAt = now;
    await this.records.record(tx, order, { action: 'overdue', at: now, actor: null });
  }
}
