import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

export type LoginMethod = 'demo' | 'wechat' | 'phone' | 'password';
export type SessionEnd = 'signed_out' | 'token_reused' | 'suspended';

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
    length: 16,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  endedWhy: SessionEnd | null;
}
