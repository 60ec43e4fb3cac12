import type { ClockKind } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';

/** What can have a clock. */
export type ClockSubject = 'incident' | 'task' | 'hotline_order';

/** One running or stopped clock of one subject, whatever the subject is. */
@Entity('clock')
@Index('clock_subject', ['subjectType', 'subjectId', 'kind', 'round'], { unique: true })
@Index('clock_due', ['communityId', 'stoppedAt', 'dueAt'])
@Index('clock_sweep', ['nextSweepAt'])
export class ClockRow {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin', name: 'subject_type' })
  subjectType: ClockSubject;

  @Column({ ...idColumn, name: 'subject_id' })
  subjectId: string;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  kind: ClockKind;

  /** 1 from the beginning; each dispute begins another. */
  @Column({ type: 'smallint', unsigned: true })
  round: number;

  @Column({ ...idColumn, name: 'policy_version_id' })
  policyVersionId: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  @Column({ ...momentColumn, name: 'started_at' })
  startedAt: Date;

  @Column({ ...momentColumn, name: 'due_at' })
  dueAt: Date;

  @Column({ ...momentColumn, name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;

  /** Since when an approved hold stops it. */
  @Column({ ...momentColumn, name: 'paused_at', nullable: true })
  pausedAt: Date | null;

  /** Since when a hold that nobody has decided on leaves open whether it counts. */
  @Column({ ...momentColumn, name: 'undecided_since', nullable: true })
  undecidedSince: Date | null;

  /** In minutes of service. */
  @Column({ type: 'int', unsigned: true, name: 'limit_minutes' })
  limitMinutes: number;

  /** Once true it stays true. */
  @Column({ type: 'boolean' })
  breached: boolean;

  @Column({ ...momentColumn, name: 'warn_at', nullable: true })
  warnAt: Date | null;

  /** When its being due soon was told; told once. */
  @Column({ ...momentColumn, name: 'warned_at', nullable: true })
  warnedAt: Date | null;

  /** When the sweep has to look at it again; null when nothing will happen by itself. */
  @Column({ ...momentColumn, name: 'next_sweep_at', nullable: true })
  nextSweepAt: Date | null;
}
