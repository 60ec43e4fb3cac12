import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** A code sent to a phone. Only the newest one of a phone counts. */
@Entity('one_time_code')
@Index('one_time_code_phone', ['phoneIndex', 'createdAt'])
export class OneTimeCode {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ name: 'phone_index', type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  phoneIndex: string;

  /** Keyed with a secret outside the database: six digits alone would be guessed from a plain hash. */
  @Column({ name: 'code_hash', type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  codeHash: string;

  @Column({ type: 'tinyint', unsigned: true })
  tries: number;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  @Column({ ...momentColumn, name: 'expires_at' })
  expiresAt: Date;

  @Column({ ...momentColumn, name: 'used_at', nullable: true })
  usedAt: Date | null;
}
