import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import { newId } from '../../../platform/ids/new-id.js';
import type { Incident } from '../incident.entity.js';
import type { Task } from './task.entity.js';
import { isOpenTask } from './task.rows.js';
import { TaskTimeline } from './task.timeline.js';

/** Writes down, once for each organisation that has it, that a task's date has passed. */
@Injectable()
export class TaskOverdue {
  constructor(private readonly timeline: TaskTimeline) {}

  /**
   * The caller holds the task's lock and saves the row. Whoever comes first does it, the sweep or somebody who acts on the
   * task, so that nothing done later, such as granting more time, can hide that the date had passed.
   */
  async notice(tx: EntityManager, incident: Incident, task: Task, now: Date): Promise<void> {
    if (!isOpenTask(task) || task.overdueAt !== null || now <= task.dueAt) return;
    task.overdueAt = now;
    task.breached = true;
    const id = newId(now);
    await this.timeline.append(tx, {
      id,
      incident,
      task,
      actor: null,
      permission: null,
      action: 'overdue',
      at: now,
      data: { dueAt: task.dueAt.toISOString() },
      requestHash: requestHash({ taskId: task.id, action: 'overdue', id }),
    });
  }
}
