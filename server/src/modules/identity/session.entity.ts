import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

export type LoginMethod = 'demo' | 'wechat' | 'phone' | 'password';
export type SessionEnd =
  | 'signed_out'
  | 'token_reused'
  | 'suspended'
  | 'merged'
  /** From the list of one's own devices. */
  | 'ended_by_self'
  | 'ended_by_admin'
  | 'password_changed'
  | 'phone_changed'
  | 'password_reset'
  | 'second_step_reset';

/** One sign-in on one device, and the family of refresh tokens that descend from it. */
@Entity('session')
@Index('session_person', ['personId'])
export class Session {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin' })
  method: LoginMethod;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  @Column({ ...momentColumn, name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({
    name: 'ended_why',
    type: 'varchar',
    length: 32,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  endedWhy: SessionEnd | null;

  /** Who ended it, where it was not its own doing. */
  @Column({ ...idColumn, name: 'ended_by_id', nullable: true })
  endedById: string | null;

  /** In words by which its owner knows it. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  device: string | null;

  /** When it was last renewed: true to a quarter of an hour, and no write with each request. */
  @Column({ ...momentColumn, name: 'last_seen_at', nullable: true })
  lastSeenAt: Date | null;

  /** The second step was taken: what admins may do counts in no other session. */
  @Column({ name: 'second_step', type: 'tinyint', default: 0 })
  secondStep: boolean;
}
