import type { Permission, Role, TaskTimelineAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers, scopeOf } from '../../../platform/auth/actor.js';
import { Outbox, type OwedEvent } from '../../../platform/events/outbox.js';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import { newId } from '../../../platform/ids/new-id.js';
import type { Incident } from '../incident.entity.js';
import type { Task } from './task.entity.js';
import { type TaskActionData, TaskActionRow } from './task-action.entity.js';

/** Under this name the timeline keeps what happened by itself. */
const SYSTEM_NAME = '系统';

export interface NewTaskAction {
  id: string;
  incident: Pick<Incident, 'communityId' | 'gridId' | 'estateId' | 'buildingId'>;
  task: Task;
  /** Null: it happened by itself. */
  actor: SignedInActor | null;
  /** Whose permission says in what role they act. */
  permission: Permission | null;
  action: TaskTimelineAction;
  at: Date;
  note?: string | null;
  photoIds?: string[];
  data?: TaskActionData;
  requestHash: string;
}

/** The append-only record of one task. */
@Injectable()
export class TaskTimeline {
  constructor(private readonly outbox: Outbox) {}

  /** Adds one entry at the end, and the event `task.<action>` that it owes; the caller holds the task's lock or has just made it. */
  async append(tx: EntityManager, entry: NewTaskAction): Promise<void> {
    const timeline = tx.getRepository(TaskActionRow);
    await timeline.insert(taskTimelineRow(entry, (await timeline.countBy({ taskId: entry.task.id })) + 1));
    await this.outbox.append(tx, owedByTask(entry));
  }

  find(tx: EntityManager, id: string): Promise<TaskActionRow | null> {
    return tx.getRepository(TaskActionRow).findOneBy({ id });
  }
}

/** The first entry of a task: it was given. */
export function assigned(
  incident: NewTaskAction['incident'],
  task: Task,
  actor: SignedInActor,
): NewTaskAction {
  const { id, organisationId, dueAt, note, lead, createdAt: at } = task;
  return {
    ...{ id: newId(at), incident, task, actor, permission: 'incident.dispatch', action: 'assign', at },
    data: { dueAt: dueAt.toISOString() },
    requestHash: requestHash({ id, organisationId, dueAt, note, lead }),
  };
}

/** An entry as it stands in the table, whose it was as of then. */
export function taskTimelineRow(entry: NewTaskAction, seq: number): TaskActionRow {
  const { id, task, actor, action, at, note, photoIds = [], data = {} } = entry;
  return {
    ...{ id, taskId: task.id, seq, action, organisationId: task.organisationId },
    actorPersonId: actor?.personId ?? null,
    actorName: actor?.name ?? SYSTEM_NAME,
    actorRole: roleOf(entry),
    ...{ at, note: note || null, photoIds, data, requestHash: entry.requestHash },
  };
}

/** The event `task.<action>` that an entry of the timeline owes. */
export function owedByTask({ id, incident, task, actor, action, at, data = {} }: NewTaskAction): OwedEvent {
  return owed(incident, task, `task.${action}`, at, {
    actionId: id,
    actorId: actor?.personId ?? null,
    fromOrganisationId: data.fromOrganisationId ?? null,
  });
}

/** That a task will be due soon. */
export function owedByTaskDueSoon(incident: NewTaskAction['incident'], task: Task, at: Date): OwedEvent {
  return owed(incident, task, 'task.due_soon', at, { dueAt: task.dueAt.toISOString() });
}

function owed(
  { communityId, gridId, estateId, buildingId }: NewTaskAction['incident'],
  { id, incidentId, organisationId }: Task,
  type: string,
  at: Date,
  data: OwedEvent['data'],
): OwedEvent {
  return {
    ...{ type, subjectType: 'task', subjectId: id, communityId, at },
    data: { ...data, incidentId, organisationId, gridId, estateId, buildingId },
  };
}

/** The role in which this person acts here; null for the system. */
function roleOf({ actor, permission, incident, task }: NewTaskAction): Role | null {
  if (actor === null || permission === null) return null;
  const { communityId, gridId, estateId, buildingId } = incident;
  const acting = actor.appointments.find((appointment) =>
    scopeCovers(scopeOf({ ...actor, appointments: [appointment] }, permission), {
      communityId,
      gridId,
      estateId,
      buildingId,
      organisationId: task.organisationId,
    }),
  );
  return acting?.role ?? null;
}
