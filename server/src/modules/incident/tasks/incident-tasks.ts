import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import { newId } from '../../../platform/ids/new-id.js';
import { OrganisationQueries } from '../../organisation/index.js';
import type { Incident } from '../incident.entity.js';
import { TaskClocks } from './task.clocks.js';
import { assertDueDateFits, assertRouteFits, assertUnused } from './task.dispatch-rules.js';
import { Task } from './task.entity.js';
import { organisationUnfit } from './task.errors.js';
import { isOpenTask } from './task.rows.js';
import { TaskTimeline } from './task.timeline.js';

/** One organisation's part, as it is dispatched. */
export interface TaskSpec {
  id: string;
  organisationId: string;
  dueAt: Date;
  note: string;
  lead: boolean;
}

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
    const { route } = incident;
    const repository = tx.getRepository(Task);
    const before = await repository.findBy({ incidentId: incident.id });
    assertRouteFits(
      route,
      specs,
      before.filter(({ incidentRound }) => incidentRound === incident.round),
    );
    if (route === null || route === 'self') return;
    for (const { dueAt } of specs) assertDueDateFits(dueAt, now);
    const ids = specs.map(({ organisationId }) => organisationId);
    const organisations = await this.organisations.holdServing(tx, ids, incident.communityId, now);
    const taken = new Set(before.filter(isOpenTask).map(({ organisationId }) => organisationId));
    for (const spec of specs) {
      const organisation = organisations.get(spec.organisationId);
      if (organisation === undefined) throw organisationUnfit();
      assertUnused(taken, organisation);
      const task = taskOf(spec, incident, route, now);
      await repository.insert(task);
      await this.timeline.append(tx, {
        id: newId(now),
        incident,
        task,
        actor,
        permission: 'incident.dispatch',
        action: 'assign',
        at: now,
        data: { dueAt: spec.dueAt.toISOString() },
        requestHash: requestHash(spec),
      });
      await this.clocks.keep(tx, task, now);
    }
    incident.openTaskCount = before.filter(isOpenTask).length + specs.length;
  }
}

function taskOf(spec: TaskSpec, incident: Incident, route: Task['route'], now: Date): Task {
  return {
    ...spec,
    incidentId: incident.id,
    communityId: incident.communityId,
    route,
    incidentRound: incident.round,
    state: 'assigned',
    askedDueAt: null,
    round: 1,
    assignedAt: now,
    overdueAt: null,
    breached: false,
    endedAt: null,
    createdAt: now,
    clockPolicyId: incident.clockPolicyId,
  };
}
