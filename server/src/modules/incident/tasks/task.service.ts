import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { OrganisationQueries } from '../../organisation/index.js';
import type { Incident } from '../incident.entity.js';
import type {
  AskTimeDto,
  FinishTaskDto,
  NotedTaskDto,
  ReasonedTaskDto,
  TransferTaskDto,
} from './dto/task-action.dto.js';
import { TaskActs } from './task.acts.js';
import {
  acceptingTask,
  askingTime,
  cancellingTask,
  finishingTask,
  grantingTime,
  refusingTime,
  returningTask,
  urgingTask,
} from './task.deeds.js';
import { assertDueDateFits, assertSomebodyThere, assertUnused } from './task.dispatch-rules.js';
import { Task } from './task.entity.js';
import { organisationUnfit, transferToItself } from './task.errors.js';
import { OPEN_TASKS } from './task.rows.js';

/** One method for each thing a person does to a task: what it brings, and what it changes besides the state. */
@Injectable()
export class TaskService {
  constructor(
    private readonly acts: TaskActs,
    private readonly organisations: OrganisationQueries,
  ) {}

  accept(actor: SignedInActor, id: string, body: NotedTaskDto): Promise<void> {
    return this.acts.act(actor, id, acceptingTask(body));
  }

  finish(actor: SignedInActor, id: string, body: FinishTaskDto): Promise<void> {
    return this.acts.act(actor, id, finishingTask(body));
  }

  return(actor: SignedInActor, id: string, body: ReasonedTaskDto): Promise<void> {
    return this.acts.act(actor, id, returningTask(body));
  }

  askTime(actor: SignedInActor, id: string, body: AskTimeDto): Promise<void> {
    return this.acts.act(actor, id, askingTime(body));
  }

  grantTime(actor: SignedInActor, id: string, body: NotedTaskDto): Promise<void> {
    return this.acts.act(actor, id, grantingTime(body));
  }

  refuseTime(actor: SignedInActor, id: string, body: NotedTaskDto): Promise<void> {
    return this.acts.act(actor, id, refusingTime(body));
  }

  urge(actor: SignedInActor, id: string, body: NotedTaskDto): Promise<void> {
    return this.acts.act(actor, id, urgingTask(body));
  }

  transfer(actor: SignedInActor, id: string, body: TransferTaskDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'transfer',
      body,
      input: { note: body.reason },
      prepare: async (tx, task, incident, now) => {
        const dueAt = body.dueAt === undefined ? task.dueAt : new Date(body.dueAt);
        assertDueDateFits(dueAt, now);
        await this.assertMayGoTo(tx, body.organisationId, task, incident, now);
        const { organisationId } = body;
        const begun = { round: task.round + 1, assignedAt: now, overdueAt: null, askedDueAt: null };
        return {
          change: { organisationId, dueAt, ...begun },
          data: { dueAt: dueAt.toISOString(), fromOrganisationId: task.organisationId },
        };
      },
    });
  }

  cancel(actor: SignedInActor, id: string, body: ReasonedTaskDto): Promise<void> {
    return this.acts.act(actor, id, cancellingTask(body));
  }

  private async assertMayGoTo(
    tx: EntityManager,
    organisationId: string,
    task: Task,
    incident: Incident,
    now: Date,
  ): Promise<void> {
    if (organisationId === task.organisationId) throw transferToItself();
    const serving = await this.organisations.holdServing(tx, [organisationId], incident.communityId, now);
    const organisation = serving.get(organisationId);
    if (organisation === undefined) throw organisationUnfit();
    assertSomebodyThere(organisation);
    const open = await tx.getRepository(Task).findBy({ incidentId: incident.id, state: In([...OPEN_TASKS]) });
    assertUnused(new Set(open.map((one) => one.organisationId)), organisation);
  }
}
