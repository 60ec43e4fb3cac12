import type { Incident } from '../incident.entity.js';
import { assertDueDateFits, assertRouteFits, assertUnused } from './task.dispatch-rules.js';
import type { Task } from './task.entity.js';
import { organisationUnfit } from './task.errors.js';
import { isOpenTask } from './task.rows.js';

/** One organisation's part, as it is dispatched. */
export interface TaskSpec {
  id: string;
  organisationId: string;
  dueAt: Date;
  note: string;
  lead: boolean;
}

/**
 * The tasks that go with the incident's route as they begin, or a refusal.
 * @param before those that the incident has already
 * @param serving the organisations that serve its community
 */
export function begunTasks(
  incident: Pick<Incident, 'id' | 'communityId' | 'route' | 'round' | 'clockPolicyId'>,
  specs: readonly TaskSpec[],
  {
    before,
    serving,
  }: { before: readonly Task[]; serving: ReadonlyMap<string, { id: string; name: string }> },
  now: Date,
): Task[] {
  const { route } = incident;
  assertRouteFits(
    route,
    specs,
    before.filter(({ incidentRound }) => incidentRound === incident.round),
  );
  if (route === null || route === 'self') return [];
  const taken = new Set(before.filter(isOpenTask).map(({ organisationId }) => organisationId));
  return specs.map((spec) => {
    assertDueDateFits(spec.dueAt, now);
    const organisation = serving.get(spec.organisationId);
    if (organisation === undefined) throw organisationUnfit();
    assertUnused(taken, organisation);
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
  });
}
