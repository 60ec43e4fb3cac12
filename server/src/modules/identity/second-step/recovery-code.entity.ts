import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';

/** One of the codes kept on paper for the day the phone is lost; good once, and only its keyed hash is kept. */
@Entity('recovery_code')
@Index('recovery_code_person', ['personId', 'codeIndex'], { unique: true })
export class RecoveryCode {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ name: 'code_index', type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  codeIndex: string;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  @Column({ ...momentColumn, name: 'used_at', nullable: true })
  usedAt: Date | null;
}
