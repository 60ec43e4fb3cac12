import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';
import type { ExceptionalDay } from './working-time.js';

/** One version of the whole list of days that are not what their weekday says. Never edited: a change is a new version. */
@Entity('work_calendar')
@Index('work_calendar_version', ['version'], { unique: true })
export class WorkCalendar {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ type: 'int', unsigned: true })
  version: number;

  /** What is pinned from then on. */
  @Column({ ...momentColumn, name: 'in_force_from' })
  inForceFrom: Date;

  @Column({ type: 'simple-json' })
  days: ExceptionalDay[];

  @Column({ ...idColumn, name: 'added_by_id', nullable: true })
  addedById: string | null;

  @Column({ type: 'varchar', length: 60, name: 'added_by_name', nullable: true })
  addedByName: string | null;
}
