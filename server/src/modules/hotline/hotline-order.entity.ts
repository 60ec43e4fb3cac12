import type { HotlineState } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/**
 * What makes an incident an order of the city hotline (12345): a number, a date and an answer that belong to the outside.
 * Everything about the matter itself is the incident's; the order goes by its id.
 */
@Entity('hotline_order')
@Index('hotline_order_number', ['communityId', 'outsideNumber'], { unique: true })
@Index('hotline_order_state_due', ['communityId', 'state', 'outsideDueAt'])
export class HotlineOrder {
  @PrimaryColumn({ ...idColumn, name: 'incident_id' })
  id: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ type: 'varchar', length: 40, name: 'outside_number' })
  outsideNumber: string;

  /** By when the hotline wants its answer. A date from outside: no service hours, no holds. */
  @Column({ ...momentColumn, name: 'outside_due_at' })
  outsideDueAt: Date;

  /** When the hotline took the call. */
  @Column({ ...momentColumn, name: 'received_at' })
  receivedAt: Date;

  /** What the caller said, whole; the incident has as much of it as an incident holds. */
  @Column({ type: 'varchar', length: 2_000 })
  text: string;

  @Column({ type: 'varchar', length: 60, name: 'caller_name' })
  callerName: string;

  /** To call back; encrypted, since a caller need not have an account that keeps it. */
  @Column({
    type: 'varchar',
    length: 255,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'sealed_phone',
    nullable: true,
  })
  sealedPhone: string | null;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  state: HotlineState;

  /** The last answer written; it stands only in the states that come after writing. */
  @Column({ type: 'varchar', length: 1_000, name: 'reply_text', nullable: true })
  replyText: string | null;

  @Column({ ...idColumn, name: 'replied_by_id', nullable: true })
  repliedById: string | null;

  @Column({ type: 'varchar', length: 60, name: 'replied_by_name', nullable: true })
  repliedByName: string | null;

  @Column({ ...momentColumn, name: 'replied_at', nullable: true })
  repliedAt: Date | null;

  /** How often the present answer was put right. */
  @Column({ type: 'tinyint', unsigned: true })
  corrections: number;

  @Column({ ...momentColumn, name: 'reported_back_at', nullable: true })
  reportedBackAt: Date | null;

  /** When it was found to be past its date. Once set it stays. */
  @Column({ ...momentColumn, name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  /** Warnings up to here were given, or were not needed since somebody was just typing it in. */
  @Column({ ...momentColumn, name: 'warned_to' })
  warnedTo: Date;

  /** The limits the incident goes by; a clock always names some. */
  @Column({ ...idColumn, name: 'clock_policy_id' })
  clockPolicyId: string;

  @Column({ ...idColumn, name: 'entered_by_id' })
  enteredById: string;

  @Column({ ...momentColumn, name: 'entered_at' })
  enteredAt: Date;

  /** The file it was taken from; null when it was typed in. */
  @Column({ ...idColumn, name: 'import_id', nullable: true })
  importId: string | null;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
