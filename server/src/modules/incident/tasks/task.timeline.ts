import type { Permission, Role, TaskTimelineAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignedInActor, scopeCovers, scopeOf } from '../../../platform/auth/actor.js';
import { Outbox } from '../../../platform/events/outbox.js';
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
    const { id, incident, task, actor, action, at, data = {} } = entry;
    const timeline = tx.getRepository(TaskActionRow);
    await timeline.insert({
      id,
      taskId: task.id,
      seq: (await timeline.countBy({ taskId: task.id })) + 1,
      action,
      organisationId: task.organisationId,
      actorPersonId: actor?.personId ?? null,
      actorName: actor?.name ?? SYSTEM_NAME,
      actorRole: roleOf(entry),
      at,
      note: entry.note || null,
      photoIds: entry.photoIds ?? [],
      data,
      requestHash: entry.requestHash,
    });
    await this.outbox.append(tx, {
      type: `task.${action}`,
      subjectType: 'task',
      subjectId: task.id,
      communityId: incident.communityId,
      at,
      data: {
        actionId: id,
        actorId: actor?.personId ?? null,
        incidentId: task.incidentId,
        gridId: incident.gridId,
        estateId: incident.estateId,
        buildingId: incident.buildingId,
        organisationId: task.organisationId,
        fromOrganisationId: data.fromOrganisationId ?? null,
      },
    });
  }

  find(tx: EntityManager, id: string): Promise<TaskActionRow | null> {
    return tx.getRepository(TaskActionRow).findOneBy({ id });
  }
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
