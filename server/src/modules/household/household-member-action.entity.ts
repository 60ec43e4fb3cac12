import type { MemberTimelineAction } from '@linli/shared';
import { Column, Entity, Index } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';
import { TimelineEntry } from '../../platform/database/timeline-entry.js';

/** One entry of a membership's timeline. Only ever added to. */
@Entity('household_member_action')
@Index('household_member_action_order', ['memberId', 'seq'], { unique: true })
export class HouseholdMemberAction extends TimelineEntry<MemberTimelineAction> {
  @Column({ ...idColumn, name: 'member_id' })
  memberId: string;

  @Column({ type: 'varchar', length: 100, nullable: true })
  reason: string | null;
}
