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

/** Lets a task have been given this much earlier, with all that happened to it. */
export async function ageTask({ database }: Neighbourhood, taskId: string, minutes: number): Promise<void> {
  const back = (columns: string[]) =>
    columns.map((column) => `${column} = ${column} - interval ${minutes} minute`).join(', ');
  const earlier = (text: string) => new Date(Date.parse(text) - minutes * 60_000).toISOString();
  const moments = ['assigned_at', 'due_at', 'asked_due_at', 'overdue_at', 'ended_at', 'created_at'];
  await database.query(`update task set ${back(moments)} where id = ?`, [taskId]);
  const entries = await database.query<{ id: string; data: string }>(
    'select id, data from task_action where task_id = ?',
    [taskId],
  );
  for (const { id, data } of entries) {
    const brought = JSON.parse(data);
    if (brought.dueAt !== undefined) brought.dueAt = earlier(brought.dueAt);
    await database.query(`update task_action set ${back(['at'])}, data = ? where id = ?`, [
      JSON.stringify(brought),
      id,
    ]);
  }
  const clock = ['started_at', 'due_at', 'stopped_at', 'warn_at', 'warned_at', 'next_sweep_at'];
  await database.query(`update clock set ${back(clock)} where subject_id = ?`, [taskId]);
}
