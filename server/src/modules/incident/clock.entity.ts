import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../platform/database/columns.js';
import type { ClockKind } from './incident.clock.js';

/** One running or stopped clock of one subject, whatever the subject is. */
@Entity('clock')
@Index('clock_subject', ['subjectType', 'subjectId', 'kind'], { unique: true })
@Index('clock_due', ['communityId', 'stoppedAt', 'dueAt'])
export class ClockRow {
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin', name: 'subject_type' })
  subjectType: 'incident';

  @Column({ ...idColumn, name: 'subject_id' })
  subjectId: string;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  kind: ClockKind;

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

  /** Once true it stays true. */
  @Column({ type: 'boolean' })
  breached: boolean;
}
