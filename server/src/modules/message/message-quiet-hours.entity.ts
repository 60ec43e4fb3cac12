import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';

const timeColumn = {
  type: 'char',
  length: 5,
  charset: 'ascii',
  collation: 'ascii_bin',
  nullable: true,
} as const;

/** When one person is not to be rung. Without a row the usual night stands; nulls mean they want none. */
@Entity('message_quiet_hours')
export class MessageQuietHours {
  @PrimaryColumn({ ...idColumn, name: 'person_id' })
  personId: string;

  @Column({ ...timeColumn, name: 'from_time' })
  fromTime: string | null;

  @Column({ ...timeColumn, name: 'to_time' })
  toTime: string | null;
}
