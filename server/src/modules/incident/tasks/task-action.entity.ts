import type { Role, TaskTimelineAction } from '@linli/shared';
import { Column, Entity, Index } from 'typeorm';
import { idColumn } from '../../../platform/database/columns.js';
import { TimelineEntry } from '../../../platform/database/timeline-entry.js';

/** What an action brought besides a note and photos. */
export interface TaskActionData {
  /** The date that was set, asked for or granted; ISO 8601. */
  dueAt?: string;
  /** Whose it was before a transfer. */
  fromOrganisationId?: string;
}

/** One entry of a task's timeline. Only ever added to. Names and roles are as of then. */
@Entity('task_action')
@Index('task_action_order', ['taskId', 'seq'], { unique: true })
export class TaskActionRow extends TimelineEntry<TaskTimelineAction> {
  @Column({ ...idColumn, name: 'task_id' })
  taskId: string;

  /** Whose task it was from then on: an organisation reads its own time only. */
  @Column({ ...idColumn, name: 'organisation_id' })
  organisationId: string;

  @Column({
    type: 'varchar',
    length: 32,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'actor_role',
    nullable: true,
  })
  actorRole: Role | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note: string | null;

  @Column({ type: 'simple-json', name: 'photo_ids' })
  photoIds: string[];

  @Column({ type: 'simple-json' })
  data: TaskActionData;
}
