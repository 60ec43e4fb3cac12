import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** How far the residents whom a notice is for have been told of it. */
@Entity('notice_telling')
export class NoticeTelling {
  @PrimaryColumn({ ...idColumn, name: 'notice_id' })
  noticeId: string;

  /** The event that it was published by: nobody is told of it twice. */
  @Column({ type: 'varchar', length: 120, charset: 'ascii', collation: 'ascii_bin' })
  cause: string;

  /** How many there were when it began; people move in and out while it goes on. */
  @Column({ type: 'int', unsigned: true })
  expected: number;

  @Column({ type: 'int', unsigned: true })
  told: number;

  @Column({ ...momentColumn, name: 'started_at' })
  startedAt: Date;

  /** Null while it goes on. */
  @Column({ ...momentColumn, name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
