import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import { newId } from '../../../platform/ids/new-id.js';
import type { Incident } from '../incident.entity.js';
import type { Task } from './task.entity.js';
import { isOpenTask } from './task.rows.js';
import { type NewTaskAction, TaskTimeline } from './task.timeline.js';
import { TaskActionRow } from './task-action.entity.js';

/** Writes down, once for each date it was given, that a task's date has passed. */
@Injectable()
export class TaskOverdue {
  constructor(private readonly timeline: TaskTimeline) {}

  /** Each date is told of once: one that was granted later is a new one. */
  private async isTold(tx: EntityManager, { id, dueAt }: Task): Promise<boolean> {
    const [last] = await tx.getRepository(TaskActionRow).find({
      where: { taskId: id, action: 'overdue' },
      order: { seq: 'DESC' },
      take: 1,
    });
    return last?.data.dueAt === dueAt.toISOString();
  }

  /**
   * The caller holds the task's lock and saves the row. Whoever comes first does it, the sweep or somebody who acts on the
   * task, so that nothing done later, such as granting more time, can hide that the date had passed.
   */
  async notice(tx: EntityManager, incident: Incident, task: Task, now: Date): Promise<void> {
    if (!isOpenTask(task) || now <= task.dueAt) return;
    if (await this.isTold(tx, task)) return;
    await this.timeline.append(tx, overdue(incident, task, now));
  }
}

/** Marks that the date has passed, and gives the entry that says so. */
export function overdue(incident: NewTaskAction['incident'], task: Task, now: Date): NewTaskAction {
  task.overdueAt ??= now;
  task.breached = true;
  const id = newId(now);
  return {
    ...{ id, incident, task, actor: null, permission: null, action: 'overdue', at: now },
    data: { dueAt: task.dueAt.toISOString() },
    requestHash: requestHash({ taskId: task.id, action: 'overdue', id }),
  };
}
