import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** The number on which a community answers. It is public, so it is kept as it is. */
@Entity('duty_phone')
export class DutyPhone {
  @PrimaryColumn({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin', nullable: true })
  phone: string | null;

  @Column({ type: 'int', unsigned: true })
  version: number;

  @Column({ ...idColumn, name: 'changed_by' })
  changedBy: string;

  @Column({ ...momentColumn, name: 'changed_at' })
  changedAt: Date;
}
