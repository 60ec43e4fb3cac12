import type { NoticeTimelineAction } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** One entry of a notice's timeline. Only ever added to. */
@Entity('notice_action')
@Index('notice_action_order', ['noticeId', 'seq'], { unique: true })
export class NoticeActionRow {
  /** Made by the client; for the writing and for what happens by itself, by the server. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'notice_id' })
  noticeId: string;

  /** 1, 2, 3… in the order of the notice's lock. */
  @Column({ type: 'smallint', unsigned: true })
  seq: number;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  action: NoticeTimelineAction;

  /** Null: it happened by itself. */
  @Column({ ...idColumn, name: 'actor_person_id', nullable: true })
  actorPersonId: string | null;

  @Column({ type: 'varchar', length: 60, name: 'actor_name' })
  actorName: string;

  @Column(momentColumn)
  at: Date;

  /** Why it was withdrawn. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  reason: string | null;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
