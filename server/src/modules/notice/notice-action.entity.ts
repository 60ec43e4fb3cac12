import type { NoticeTimelineAction } from '@linli/shared';
import { Column, Entity, Index } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';
import { TimelineEntry } from '../../platform/database/timeline-entry.js';

/** One entry of a notice's timeline. Only ever added to. */
@Entity('notice_action')
@Index('notice_action_order', ['noticeId', 'seq'], { unique: true })
export class NoticeActionRow extends TimelineEntry<NoticeTimelineAction> {
  @Column({ ...idColumn, name: 'notice_id' })
  noticeId: string;

  /** Why it was withdrawn. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  reason: string | null;
}
