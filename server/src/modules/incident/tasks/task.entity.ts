import type { IncidentRoute, TaskState } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';

const wordColumn = { type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' } as const;

/** One organisation's part of an incident. It changes only while the incident's row is locked, and then its own. */
@Entity('task')
@Index('task_incident', ['incidentId', 'createdAt'])
@Index('task_organisation_state_due', ['organisationId', 'state', 'dueAt'])
@Index('task_organisation_ended', ['organisationId', 'endedAt'])
@Index('task_community_ended', ['communityId', 'state', 'endedAt'])
export class Task {
  /** Made by the client that dispatched it. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'incident_id' })
  incidentId: string;

  @Column({ ...idColumn, name: 'community_id' })
  communityId: string;

  /** Whose it is now. */
  @Column({ ...idColumn, name: 'organisation_id' })
  organisationId: string;

  @Column(wordColumn)
  route: Exclude<IncidentRoute, 'self'>;

  /** The incident's round in which it was given. */
  @Column({ type: 'smallint', unsigned: true, name: 'incident_round' })
  incidentRound: number;

  /** Of a joint incident's tasks one leads. */
  @Column({ type: 'boolean' })
  lead: boolean;

  /** What is to be done, in the words of who dispatched it. */
  @Column({ type: 'varchar', length: 500 })
  note: string;

  @Column(wordColumn)
  state: TaskState;

  @Column({ ...momentColumn, name: 'due_at' })
  dueAt: Date;

  /** Until when the organisation asks to have; null when nothing waits for an answer. */
  @Column({ ...momentColumn, name: 'asked_due_at', nullable: true })
  askedDueAt: Date | null;

  /** 1, and one more for each organisation it was transferred to: each has a clock of its own. */
  @Column({ type: 'smallint', unsigned: true })
  round: number;

  /** When the present organisation got it. */
  @Column({ ...momentColumn, name: 'assigned_at' })
  assignedAt: Date;

  /** When the present round's limit was found to have passed. */
  @Column({ ...momentColumn, name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  /** The limit was passed, by this organisation or one before. Once true it stays true. */
  @Column({ type: 'boolean' })
  breached: boolean;

  @Column({ ...momentColumn, name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ ...momentColumn, name: 'created_at' })
  createdAt: Date;

  /** The limits the incident goes by; a clock always names some. */
  @Column({ ...idColumn, name: 'clock_policy_id' })
  clockPolicyId: string;
}
