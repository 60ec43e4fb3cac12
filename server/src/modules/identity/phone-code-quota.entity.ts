import { Column, Entity, PrimaryColumn } from 'typeorm';
import { momentColumn } from '../../platform/database/columns.js';

/** How many codes a phone was sent today; its row is what two requests for one phone queue up at. */
@Entity('phone_code_quota')
export class PhoneCodeQuota {
  @PrimaryColumn({ name: 'phone_index', type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  phoneIndex: string;

  /** The day in Asia/Shanghai, `20260115`. */
  @Column({ type: 'int' })
  day: number;

  @Column({ type: 'int' })
  sent: number;

  @Column({ ...momentColumn, name: 'last_sent_at', nullable: true })
  lastSentAt: Date | null;
}
