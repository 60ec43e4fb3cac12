import type { NoticeKind, NoticeReach, NoticeState } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

const wordColumn = { type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' } as const;

/** What a community tells those who live in it. Its words never change: who has to say something else writes another. */
@Entity('notice')
@Index('notice_over', ['communityId', 'state', 'overAt', 'id'])
@Index('notice_newest', ['communityId', 'writtenAt', 'id'])
export class Notice {
  /** Made by whoever writes it. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column(wordColumn)
  reach: NoticeReach;

  /** For whom, in words, as the places are called when it is written. */
  @Column({ type: 'varchar', length: 200, name: 'where_label' })
  whereLabel: string;

  @Column(wordColumn)
  kind: NoticeKind;

  @Column({ type: 'varchar', length: 30 })
  title: string;

  @Column({ type: 'varchar', length: 500 })
  body: string;

  @Column({ ...momentColumn, name: 'starts_at', nullable: true })
  startsAt: Date | null;

  @Column({ ...momentColumn, name: 'ends_at', nullable: true })
  endsAt: Date | null;

  /** From then on it is among the past ones. */
  @Column({ ...momentColumn, name: 'over_at' })
  overAt: Date;

  @Column(wordColumn)
  state: NoticeState;

  @Column({ ...idColumn, name: 'written_by_id' })
  writtenById: string;

  @Column({ type: 'varchar', length: 60, name: 'written_by_name' })
  writtenByName: string;

  @Column({ ...momentColumn, name: 'written_at' })
  writtenAt: Date;

  /** Null: nobody outside the staff has ever seen it. */
  @Column({ ...momentColumn, name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
