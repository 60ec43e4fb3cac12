import type { TaskAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { isUuidV7 } from '../../../platform/http/validators.js';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import { doneBefore, withIdsUsedOnce } from '../../../platform/idempotency/sent-before.js';
import { PhotoService } from '../../photo/index.js';
import { Incident } from '../incident.entity.js';
import { TaskClocks } from './task.clocks.js';
import { Task } from './task.entity.js';
import { taskNotFound } from './task.errors.js';
import { decideTask, type TaskInput } from './task.lifecycle.js';
import { TaskOverdue } from './task.overdue.js';
import { taskSightOf, taskStandingOf } from './task.policy.js';
import { governedTask, isOpenTask } from './task.rows.js';
import { TaskTimeline } from './task.timeline.js';
import type { TaskActionData } from './task-action.entity.js';

/** What an action changes besides the state, and what stands of it on the timeline. */
export interface TaskOutcome {
  change?: Partial<Task>;
  data?: TaskActionData;
}

/** What an action brings. */
export interface TaskAct {
  action: TaskAction;
  body: { actionId: string };
  /** What stands on the timeline and what the lifecycle asks for. */
  input: TaskInput;
  /** What changes, or a refusal of what only shows once the rows are locked. */
  outcome?: (task: Task, now: Date) => TaskOutcome;
  /** The same where the database has to be asked. */
  prepare?: (tx: EntityManager, task: Task, incident: Incident, now: Date) => Promise<TaskOutcome>;
}

/** How every action on a task goes: lock the incident, then the task, decide, change, record; sent twice it is one. */
@Injectable()
export class TaskActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly timeline: TaskTimeline,
    private readonly overdue: TaskOverdue,
    private readonly clocks: TaskClocks,
    private readonly photos: PhotoService,
  ) {}

  async act(actor: SignedInActor, taskId: string, act: TaskAct): Promise<void> {
    if (!isUuidV7(taskId)) throw taskNotFound();
    const { action, body, input } = act;
    const hash = requestHash({ taskId, action, ...body });
    await withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        const { incident, task } = await lockTask(tx, taskId);
        const facts = governedTask(task, incident);
        if (taskSightOf(actor, facts) === 'none') throw taskNotFound();
        if (doneBefore(await this.timeline.find(tx, body.actionId), actor.personId, hash)) return;

        const decision = decideTask(facts, action, taskStandingOf(actor, facts, action), input);
        if (!decision.ok) throw decision.problem;
        const now = this.clock.now();
        const { change = {}, data = {} } =
          act.outcome?.(task, now) ?? (await act.prepare?.(tx, task, incident, now)) ?? {};
        await this.overdue.notice(tx, incident, task, now);
        Object.assign(task, change, { state: decision.to });
        await this.record(tx, incident, task, actor, act, data, hash, now);
      }),
    );
  }

  private async record(
    tx: EntityManager,
    incident: Incident,
    task: Task,
    actor: SignedInActor,
    { action, body, input }: TaskAct,
    data: TaskActionData,
    hash: string,
    now: Date,
  ): Promise<void> {
    const photoIds = input.photoIds ?? [];
    await this.timeline.append(tx, {
      id: body.actionId,
      incident,
      task,
      actor,
      permission: `task.${action}`,
      action,
      at: now,
      note: input.note ?? null,
      photoIds,
      data,
      requestHash: hash,
    });
    await this.photos.claim(tx, photoIds, actor.personId, { type: 'task', id: task.id, stage: 'task' });
    if (endTask(task, now)) {
      const openTaskCount = incident.openTaskCount - 1;
      await tx.getRepository(Incident).update({ id: incident.id }, { openTaskCount });
    }
    await this.clocks.keep(tx, task, now);
    await tx.getRepository(Task).save(task);
  }
}

/** A task that is over asks for nothing any more; gives back whether it is over. */
export function endTask(task: Task, now: Date): boolean {
  if (isOpenTask(task)) return false;
  Object.assign(task, { endedAt: now, askedDueAt: null });
  return true;
}

/** The incident first, always, so that dispatching, resolving and finishing wait for one another and never in a ring. */
export async function lockTask(
  tx: EntityManager,
  taskId: string,
): Promise<{ incident: Incident; task: Task }> {
  const tasks = tx.getRepository(Task);
  const seen = await tasks.findOneBy({ id: taskId });
  if (seen === null) throw taskNotFound();
  const incident = await tx
    .getRepository(Incident)
    .findOne({ where: { id: seen.incidentId }, lock: { mode: 'pessimistic_write' } });
  const task = await tasks.findOne({ where: { id: taskId }, lock: { mode: 'pessimistic_write' } });
  if (incident === null || task === null) throw taskNotFound();
  return { incident, task };
}
