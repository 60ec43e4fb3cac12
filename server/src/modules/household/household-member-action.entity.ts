import type { MemberTimelineAction } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** One entry of a membership's timeline. Only ever added to. */
@Entity('household_member_action')
@Index('household_member_action_order', ['memberId', 'seq'], { unique: true })
export class HouseholdMemberAction {
  /** Made by the client; for the beginning and for what happens by itself, by the server. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'member_id' })
  memberId: string;

  /** 1, 2, 3… in the order of the membership's lock. */
  @Column({ type: 'smallint', unsigned: true })
  seq: number;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  action: MemberTimelineAction;

  /** Null: it happened by itself. */
  @Column({ ...idColumn, name: 'actor_person_id', nullable: true })
  actorPersonId: string | null;

  @Column({ type: 'varchar', length: 60, name: 'actor_name' })
  actorName: string;

  @Column(momentColumn)
  at: Date;

  @Column({ type: 'varchar', length: 100, nullable: true })
  reason: string | null;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
