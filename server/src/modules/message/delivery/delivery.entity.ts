import type { MessageChannel, MessageKind } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';
import type { LinkType } from '../inbox-message.entity.js';
import { causeColumn, wordColumn } from '../message.columns.js';

/** A person's channels, and the robot in a community's WeCom group. */
export type DeliveryChannel = MessageChannel | 'wecom';

/** `skipped`: it could not reach them by this way and nobody is to blame; `dead`: given up, and shown to the admins. */
export type DeliveryState = 'waiting' | 'sent' | 'skipped' | 'dead';

/** Something that has to leave the house by one channel for one person or one group. */
@Entity('delivery')
@Index('delivery_cause', ['channel', 'targetId', 'cause'], { unique: true })
@Index('delivery_due', ['state', 'channel', 'toMany', 'nextAt'])
@Index('delivery_target_sent', ['targetId', 'sentAt'])
export class Delivery {
  @PrimaryColumn(idColumn)
  id: string;

  @Column(wordColumn)
  channel: DeliveryChannel;

  /** The person, or for a group the community. */
  @Column({ ...idColumn, name: 'target_id' })
  targetId: string;

  @Column({ ...wordColumn, nullable: true })
  kind: MessageKind | null;

  @Column({ type: 'varchar', length: 60 })
  title: string;

  @Column({ type: 'varchar', length: 500 })
  body: string;

  /** Told to many at once: these stand in a line of their own, behind which nobody's own message waits. */
  @Column({ type: 'boolean', name: 'to_many', default: false })
  toMany: boolean;

  @Column({ ...wordColumn, name: 'link_type' })
  linkType: LinkType;

  @Column({ ...idColumn, name: 'link_id', nullable: true })
  linkId: string | null;

  @Column(causeColumn)
  cause: string;

  /** When what it tells of happened. */
  @Column(momentColumn)
  at: Date;

  @Column(wordColumn)
  state: DeliveryState;

  @Column({ type: 'tinyint', unsigned: true })
  attempts: number;

  /** When it may be tried; while somebody has claimed it, when that claim runs out. */
  @Column({ ...momentColumn, name: 'next_at' })
  nextAt: Date;

  @Column({ ...idColumn, name: 'claimed_by', nullable: true })
  claimedBy: string | null;

  @Column({ type: 'varchar', length: 200, name: 'last_error', nullable: true })
  lastError: string | null;

  /** The last call that carried it; several folded into one share it. */
  @Column({ ...idColumn, name: 'sending_id', nullable: true })
  sendingId: string | null;

  /** When that call was made. One that got no answer may have arrived all the same, and counts against a robot's limit. */
  @Column({ ...momentColumn, name: 'sent_at', nullable: true })
  sentAt: Date | null;
}
