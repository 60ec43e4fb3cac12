import type { Role, TaskTimelineAction } from '@linli/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn, momentColumn } from '../../../platform/database/columns.js';

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
export class TaskActionRow {
  /** Made by the client; for what the system writes, by the server. */
  @PrimaryColumn(idColumn)
  id: string;

  @Column({ ...idColumn, name: 'task_id' })
  taskId: string;

  /** 1, 2, 3… in the order of the task's lock. */
  @Column({ type: 'smallint', unsigned: true })
  seq: number;

  @Column({ type: 'varchar', length: 32, charset: 'ascii', collation: 'ascii_bin' })
  action: TaskTimelineAction;

  /** Whose task it was from then on: an organisation reads its own time only. */
  @Column({ ...idColumn, name: 'organisation_id' })
  organisationId: string;

  /** Null: the system. */
  @Column({ ...idColumn, name: 'actor_person_id', nullable: true })
  actorPersonId: string | null;

  @Column({ type: 'varchar', length: 60, name: 'actor_name' })
  actorName: string;

  @Column({
    type: 'varchar',
    length: 32,
    charset: 'ascii',
    collation: 'ascii_bin',
    name: 'actor_role',
    nullable: true,
  })
  actorRole: Role | null;

  @Column(momentColumn)
  at: Date;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note: string | null;

  @Column({ type: 'simple-json', name: 'photo_ids' })
  photoIds: string[];

  @Column({ type: 'simple-json' })
  data: TaskActionData;

  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin', name: 'request_hash' })
  requestHash: string;
}
