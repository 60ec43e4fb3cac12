import type { HotlineTimelineAction } from '@linli/shared';
import { Column, Entity, Index } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';
import { TimelineEntry } from '../../platform/database/timeline-entry.js';

/** One entry of an order's timeline. Only ever added to, so that every answer that was written stays. */
@Entity('hotline_action')
@Index('hotline_action_order', ['orderId', 'seq'], { unique: true })
export class HotlineActionRow extends TimelineEntry<HotlineTimelineAction> {
  @Column({ ...idColumn, name: 'order_id' })
  orderId: string;

  @Column({ type: 'varchar', length: 1_000, nullable: true })
  note: string | null;
}
