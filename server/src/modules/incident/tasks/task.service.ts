import type { TaskAction } from '@linli/shared';
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
import { assertDueDateFits, assertUnused } from './task.dispatch-rules.js';
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
    return this.noted(actor, id, 'accept', body);
  }

  finish(actor: SignedInActor, id: string, body: FinishTaskDto): Promise<void> {
    const { note, photoIds } = body;
    return this.acts.act(actor, id, { action: 'finish', body, input: { note, photoIds } });
  }

  return(actor: SignedInActor, id: string, body: ReasonedTaskDto): Promise<void> {
    return this.acts.act(actor, id, { action: 'return', body, input: { note: body.reason } });
  }

  askTime(actor: SignedInActor, id: string, body: AskTimeDto): Promise<void> {
    const dueAt = new Date(body.dueAt);
    return this.acts.act(actor, id, {
      action: 'ask_time',
      body,
      input: { note: body.reason, dueAt },
      prepare: async (_tx, _task, _incident, now) => {
        assertDueDateFits(dueAt, now);
        return { change: { askedDueAt: dueAt }, data: { dueAt: dueAt.toISOString() } };
      },
    });
  }

  grantTime(actor: SignedInActor, id: string, body: NotedTaskDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'grant_time',
      body,
      input: { note: body.note },
      prepare: async (_tx, { askedDueAt, dueAt }) => {
        const granted = askedDueAt ?? dueAt;
        return { change: { dueAt: granted, askedDueAt: null }, data: { dueAt: granted.toISOString() } };
      },
    });
  }

  refuseTime(actor: SignedInActor, id: string, body: NotedTaskDto): Promise<void> {
    return this.acts.act(actor, id, {
      action: 'refuse_time',
      body,
      input: { note: body.note },
      prepare: async () => ({ change: { askedDueAt: null } }),
    });
  }

  urge(actor: SignedInActor, id: string, body: NotedTaskDto): Promise<void> {
    return this.noted(actor, id, 'urge', body);
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
    return this.acts.act(actor, id, { action: 'cancel', body, input: { note: body.reason } });
  }

  private noted(
    actor: SignedInActor,
    id: string,
    action: TaskAction & ('accept' | 'urge'),
    body: NotedTaskDto,
  ): Promise<void> {
    return this.acts.act(actor, id, { action, body, input: { note: body.note } });
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
    const open = await tx.getRepository(Task).findBy({ incidentId: incident.id, state: In([...OPEN_TASKS]) });
    assertUnused(new Set(open.map((one) => one.organisationId)), organisation);
  }
}
