import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from './support/api.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { type RunningProcess, startServer } from './support/server-process.js';
import { ageTask, assist, inHours, onTask } from './support/tasks.js';

const DAY = 24 * 60;

let here: Neighbourhood;
const sweepers: RunningProcess[] = [];
before(async () => {
  here = await moveIn();
});
after(async () => {
  for (const server of sweepers) await server.stop();
  await here?.close();
});

const told = async (taskId: string, type: string) => {
  const rows = await here.database.query('select id from outbox_event where subject_id = ? and type = ?', [
    taskId,
    type,
  ]);
  return rows.length;
};
const clocks = (taskId: string) =>
  here.database.query<{ round: number; breached: number; swept: Date | null; stopped: Date | null }>(
    `select round, breached, next_sweep_at as swept, stopped_at as stopped from clock
     where subject_type = 'task' and subject_id = ? order by round`,
    [taskId],
  );
const quiet = (taskId: string) => async () =>
  (await clocks(taskId)).every(({ swept }) => swept === null || swept > new Date());

describe('the date of a task', () => {
  it('is told once when it is near and once when it has passed, by however many processes', async () => {
    const soon = (await assist(here)).taskId;
    const late = (await assist(here)).taskId;
    const finished = (await assist(here)).taskId;
    const answer = await onTask(here, 'coHelper', finished, 'finish', { note: '清走了', photoIds: [] });
    assert.equal(answer.status, 200);
    await ageTask(here, soon, DAY - 30);
    await ageTask(here, late, DAY + 1);
    await ageTask(here, finished, 2 * DAY);
    for (let one = 0; one < 2; one++)
      sweepers.push(await startServer(here.database.url, { LINLI_SWEEP_MS: '100' }));

    for (const taskId of [soon, late]) await eventually(`the sweep of ${taskId}`, quiet(taskId));
    assert.equal(await told(soon, 'task.due_soon'), 1);
    assert.equal(await told(soon, 'task.overdue'), 0);
    assert.equal(await told(late, 'task.overdue'), 1);
    assert.equal(await told(finished, 'task.overdue'), 0);
    const shown = (await here.as('coHelper', 'GET', `/api/tasks/${late}`)).body;
    assert.equal(shown.timeline.at(-1).label, '超过了办结时间');
    assert.equal(shown.timeline.at(-1).byLabel, null);
    assert.equal(shown.breached, true);

    await ageTask(here, soon, 31);
    await eventually('the date to pass', async () => (await told(soon, 'task.overdue')) === 1);
    assert.equal(await told(soon, 'task.due_soon'), 1);
  });

  it('starts a clock of its own for each organisation, and keeps what the first one missed', async () => {
    const { taskId } = await assist(here);
    await ageTask(here, taskId, DAY + 1);
    const { fire } = here.town.organisations;
    const moved = await onTask(here, 'communityWorker', taskId, 'transfer', {
      organisationId: fire,
      reason: '换一家',
      dueAt: inHours(30),
    });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    const [first, second] = await clocks(taskId);
    assert.deepEqual([first?.round, first?.breached, first?.stopped === null], [1, 1, false]);
    assert.deepEqual([second?.round, second?.breached, second?.stopped], [2, 0, null]);
    assert.equal((await here.as('fireOfficer', 'GET', `/api/tasks/${taskId}`)).body.breached, false);
  });
});
