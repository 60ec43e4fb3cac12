import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

const ascii = { charset: 'ascii', collation: 'ascii_bin' } as const;

/** The robot in the WeCom group of a community's staff. Whoever has its key can post there, so it is kept encrypted. */
@Entity('staff_group')
export class StaffGroup {
  @PrimaryColumn({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ type: 'varchar', length: 255, ...ascii, name: 'sealed_key' })
  sealedKey: string;

  /** The last four characters, by which people tell one robot from another. */
  @Column({ type: 'char', length: 4, ...ascii, name: 'key_end' })
  keyEnd: string;

  @Column({ type: 'tinyint' })
  enabled: number;

  @Column({ ...momentColumn, name: 'last_ok_at', nullable: true })
  lastOkAt: Date | null;

  @Column({ type: 'varchar', length: 200, name: 'last_error', nullable: true })
  lastError: string | null;

  @Column({ ...momentColumn, name: 'last_error_at', nullable: true })
  lastErrorAt: Date | null;

  /** Who speaks through the robot now, and until when at most: two at once would not keep its limit. */
  @Column({ ...idColumn, name: 'held_by', nullable: true })
  heldBy: string | null;

  @Column({ ...momentColumn, name: 'held_until', nullable: true })
  heldUntil: Date | null;

  @Column({ ...idColumn, name: 'changed_by' })
  changedBy: string;

  @Column({ ...momentColumn, name: 'changed_at' })
  changedAt: Date;
}
