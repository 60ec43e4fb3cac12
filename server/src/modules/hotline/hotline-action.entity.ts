import type { HotlineTimelineAction } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** One entry of an order's timeline. Only ever added to, so that every answer that was written stays. */
@Entity('hotline_action')
@Index('hotline_action_order', ['orderId', 'seq'], { unique: true })
export class HotlineActionRow {
  /** Made by the client; for entering and for what happens by itself, by the server. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'order_id' })
  orderId: string;

  /** 1, 2, 3… in the order of the order's lock. */
  @Column({ type: 'smallint', unsigned: true })
  seq: number;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  action: HotlineTimelineAction;

  /** Null: it happened by itself. */
  @Column({ ...idColumn, name: 'actor_person_id', nullable: true })
  actorPersonId: string | null;

  @Column({ type: 'varchar', length: 60, name: 'actor_name' })
  actorName: string;

  @Column(momentColumn)
  at: Date;

  @Column({ type: 'varchar', length: 1_000, nullable: true })
  note: string | null;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
