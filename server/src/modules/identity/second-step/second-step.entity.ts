import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';

const sealedColumn = {
  type: 'varchar',
  length: 255,
  charset: 'ascii',
  collation: 'ascii_bin',
  nullable: true,
} as const;

/** The secret that a person's authenticator app shares with us, sealed. Its row is the lock under which codes are looked at. */
@Entity('second_step')
export class SecondStep {
  @PrimaryColumn({ ...idColumn, name: 'person_id' })
  personId: string;

  /** Null until the first code has proven that the app has it. */
  @Column({ ...sealedColumn, name: 'sealed_secret' })
  sealedSecret: string | null;

  @Column({ ...momentColumn, name: 'since_at', nullable: true })
  sinceAt: Date | null;

  /** The half minute of the last code taken: it and all before it are spent. */
  @Column({ type: 'bigint', name: 'last_step', default: 0 })
  lastStep: string;

  /** Shown on the screen and waiting for its first code. */
  @Column({ ...sealedColumn, name: 'sealed_next' })
  sealedNext: string | null;

  @Column({ ...momentColumn, name: 'next_until', nullable: true })
  nextUntil: Date | null;
}
