import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '../../../platform/events/outbox.js';
import { ClockSweep } from '../../clock/index.js';
import { lockTask } from './task.acts.js';
import { TaskClocks } from './task.clocks.js';
import { Task } from './task.entity.js';
import { TaskOverdue } from './task.overdue.js';
import { owedByTaskDueSoon } from './task.timeline.js';

/** What happens to a task because time goes by: told that it is due soon, and that its date has passed. */
@Injectable()
export class TaskWatch implements OnModuleInit {
  constructor(
    private readonly sweep: ClockSweep,
    private readonly clocks: TaskClocks,
    private readonly overdue: TaskOverdue,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.sweep.watch('task', (tx, id, now) => this.attend(tx, id, now));
  }

  /** Everything is read under the locks, so that of several processes only the first finds it undone. */
  async attend(tx: EntityManager, taskId: string, now: Date): Promise<void> {
    const { incident, task } = await lockTask(tx, taskId);
    await this.overdue.notice(tx, incident, task, now);
    const { dueSoon } = await this.clocks.keep(tx, task, now, true);
    if (dueSoon) await this.outbox.append(tx, owedByTaskDueSoon(incident, task, now));
    await tx.getRepository(Task).save(task);
  }
}
