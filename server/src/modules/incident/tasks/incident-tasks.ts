import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { OrganisationQueries } from '../../organisation/index.js';
import type { Incident } from '../incident.entity.js';
import { begunTasks, type TaskSpec } from './task.begin.js';
import { TaskClocks } from './task.clocks.js';
import { assertSomebodyThere } from './task.dispatch-rules.js';
import { Task } from './task.entity.js';
import { isOpenTask } from './task.rows.js';
import { assigned, TaskTimeline } from './task.timeline.js';

/** Gives an incident's tasks to organisations. */
@Injectable()
export class IncidentTasks {
  constructor(
    private readonly organisations: OrganisationQueries,
    private readonly timeline: TaskTimeline,
    private readonly clocks: TaskClocks,
  ) {}

  /**
   * Makes the tasks that go with the incident's route, or refuses. The caller holds the incident's lock and saves the row,
   * on which the number of open tasks is kept.
   */
  async create(
    tx: EntityManager,
    incident: Incident,
    actor: SignedInActor,
    specs: readonly TaskSpec[],
    now: Date,
  ): Promise<void> {
    const repository = tx.getRepository(Task);
    const before = await repository.findBy({ incidentId: incident.id });
    const ids = specs.map(({ organisationId }) => organisationId);
    const serving = await this.organisations.holdServing(tx, ids, incident.communityId, now);
    const begun = begunTasks(incident, specs, { before, serving }, now);
    for (const organisation of serving.values()) assertSomebodyThere(organisation);
    for (const task of begun) {
      await repository.insert(task);
      await this.timeline.append(tx, assigned(incident, task, actor));
      await this.clocks.keep(tx, task, now);
    }
    incident.openTaskCount = before.filter(isOpenTask).length + begun.length;
  }
}
