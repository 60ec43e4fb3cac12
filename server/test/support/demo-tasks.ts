import assert from 'node:assert/strict';
import { grouped } from './grouped.js';

interface Queried {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

interface TaskAction {
  task_id: string;
  action: string;
  organisation_id: string;
  at: Date;
  data: string;
}

/** The states that actions lead to, written down a second time so that the server's own table is held against it. */
const LEADS_TO: Record<string, string> = {
  assign: 'assigned',
  transfer: 'assigned',
  accept: 'working',
  finish: 'done',
  return: 'returned',
  cancel: 'cancelled',
};
const OVER = ['finish', 'return', 'cancel'];

/** What a task's row and clocks must say when only its timeline is known. */
function replayTask(timeline: readonly TaskAction[]) {
  const clocks: { round: number; started_at: Date; due_at: Date; stopped_at: Date | null }[] = [];
  let [asked, breached] = [null as Date | null, false];
  for (const { action, at, data } of timeline) {
    const dueAt = new Date(JSON.parse(data).dueAt);
    const last = clocks.at(-1);
    if (last !== undefined && last.stopped_at === null && at > last.due_at) breached = true;
    if (action === 'assign' || action === 'transfer') {
      if (last !== undefined) last.stopped_at ??= at;
      clocks.push({ round: clocks.length + 1, started_at: at, due_at: dueAt, stopped_at: null });
    }
    if (action === 'ask_time') asked = dueAt;
    if (action === 'grant_time' && last !== undefined) last.due_at = dueAt;
    if (action !== 'ask_time' && action !== 'accept' && action !== 'overdue') asked = null;
    if (OVER.includes(action) && last !== undefined) last.stopped_at = at;
  }
  const over = timeline.findLast(({ action }) => OVER.includes(action));
  return {
    state: timeline.flatMap(({ action }) => LEADS_TO[action] ?? []).at(-1),
    organisation_id: timeline.at(-1)?.organisation_id,
    round: clocks.length,
    due_at: clocks.at(-1)?.due_at,
    asked_due_at: asked,
    ended_at: over?.at ?? null,
    breached: breached ? 1 : 0,
    clocks,
  };
}

/** Every task stands where its timeline says, beside an incident that was sent to others, and is counted while it is open. */
export async function tasksFollowTheirTimelines(database: Queried): Promise<string> {
  const tasks = await database.query<Record<string, unknown> & { id: string }>('select * from task');
  const actions = await database.query<TaskAction>('select * from task_action order by task_id, seq');
  const rows = await database.query<Record<string, unknown> & { subject_id: string }>(
    "select subject_id, round, started_at, due_at, stopped_at from clock where subject_type = 'task' order by round",
  );
  const timelines = grouped(actions, ({ task_id }) => task_id);
  const kept = grouped(rows, ({ subject_id }) => subject_id);
  for (const task of tasks) {
    const { clocks, ...row } = replayTask(timelines.get(task.id) ?? []);
    assert.deepEqual(
      Object.fromEntries(Object.keys(row).map((column) => [column, task[column]])),
      row,
      task.id,
    );
    assert.deepEqual(
      (kept.get(task.id) ?? []).map(({ subject_id: _, ...clock }) => clock),
      clocks,
      task.id,
    );
  }
  const none = async (what: string, from: string) =>
    assert.deepEqual(await database.query(`select i.number from ${from} limit 5`), [], what);
  await none(
    'open tasks are miscounted',
    `incident i where i.open_task_count <> (select count(*) from task t where t.incident_id = i.id and t.state in ('assigned', 'working'))`,
  );
  await none(
    'sent to others, who were given nothing',
    `incident i where i.route in ('assisted', 'joint') and not exists (select 1 from task t where t.incident_id = i.id and t.route = i.route)`,
  );
  await none(
    'given to whom does not serve there',
    `incident i join task t on t.incident_id = i.id join organisation o on o.id = t.organisation_id
      where coalesce(o.community_id, i.community_id) <> i.community_id`,
  );
  await none(
    'done by whom is not of the organisation',
    `incident i join task t on t.incident_id = i.id join task_action a on a.task_id = t.id
      where a.action in ('accept', 'finish', 'return', 'ask_time') and not exists (select 1 from appointment p
        where p.person_id = a.actor_person_id and p.organisation_id = a.organisation_id)`,
  );
  const ways = await database.query<{ state: string; many: number }>(
    'select state, count(*) as many from task group by state order by state',
  );
  assert.ok(ways.length >= 3, 'tasks at several stages');
  return ways.map(({ state, many }) => `${state} ${many}`).join('，');
}
