import { Column, Entity, PrimaryColumn } from 'typeorm';
import { momentColumn } from '../../platform/database/columns.js';

/** Wrong passwords of one account, whether it exists or not: a lock must not tell which accounts are real. */
@Entity('password_failure')
export class PasswordFailure {
  @PrimaryColumn({
    name: 'account_index',
    type: 'char',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
  })
  accountIndex: string;

  @Column({ type: 'int' })
  failures: number;

  @Column({ ...momentColumn, name: 'first_failed_at' })
  firstFailedAt: Date;

  @Column({ ...momentColumn, name: 'locked_until', nullable: true })
  lockedUntil: Date | null;
}
