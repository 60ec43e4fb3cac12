import assert from 'node:assert/strict';
import type { Answer } from './api.js';
import type { CastMember, Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';

export interface TaskBody {
  id: string;
  organisationId: string;
  dueAt: string;
  note: string;
  lead?: boolean;
}

export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A task as staff dispatch it. */
export function taskFor(organisationId: string, change: Partial<TaskBody> = {}): TaskBody {
  return { id: newId(), organisationId, dueAt: inHours(24), note: '把楼道里的杂物清走', ...change };
}

/** A fresh incident that the property company helps with. */
export async function assist(here: Neighbourhood, change: Partial<TaskBody> = {}) {
  const incidentId = await here.reach('judge');
  const task = taskFor(here.town.organisations.property, change);
  const answer = await here.act('worker', incidentId, 'dispatch', { route: 'assisted', tasks: [task] });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { incidentId, taskId: task.id };
}

/** A fresh incident of two departments, the first of which leads. */
export async function join(here: Neighbourhood) {
  const incidentId = await here.reach('judge');
  const { cityManagement, fire } = here.town.organisations;
  const lead = taskFor(cityManagement, { lead: true });
  const other = taskFor(fire, { note: '看看消防通道' });
  const answer = await here.act('worker', incidentId, 'dispatch', { route: 'joint', tasks: [lead, other] });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { incidentId, leadId: lead.id, otherId: other.id };
}

/** One action on a task, under an id of its own unless one is given. */
export function onTask(
  here: Neighbourhood,
  who: CastMember,
  taskId: string,
  action: string,
  body: Record<string, unknown> = {},
): Promise<Answer> {
  return here.as(who, 'POST', `/api/tasks/${taskId}/${action}`, { actionId: newId(), ...body });
}
