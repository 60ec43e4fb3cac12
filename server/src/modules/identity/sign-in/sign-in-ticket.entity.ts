import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';
import type { SignInStep } from './sign-in.steps.js';

/** A right password that is not yet a sign-in: what it leads to, for a few minutes, once. */
@Entity('sign_in_ticket')
@Index('sign_in_ticket_token', ['tokenHash'], { unique: true })
@Index('sign_in_ticket_person', ['personId'])
export class SignInTicket {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ name: 'token_hash', type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  tokenHash: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ ...idColumn, name: 'login_id' })
  loginId: string;

  @Column({ type: 'varchar', length: 16, charset: 'ascii', collation: 'ascii_bin' })
  step: SignInStep;

  /** The second step was taken on the way here. */
  @Column({ name: 'second_step', type: 'tinyint' })
  secondStep: boolean;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  @Column({ ...momentColumn, name: 'expires_at' })
  expiresAt: Date;

  @Column({ ...momentColumn, name: 'used_at', nullable: true })
  usedAt: Date | null;
}
