import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { ageTask, assist, inHours, join, onTask, taskFor } from './support/tasks.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const act = (who: CastMember, taskId: string, action: string, body: Record<string, unknown> = {}) =>
  onTask(here, who, taskId, action, body);
const task = async (who: CastMember, id: string) => (await here.as(who, 'GET', `/api/tasks/${id}`)).body;
const incident = async (id: string) => (await here.as('worker', 'GET', `/api/incidents/${id}`)).body;
const listed = async (who: CastMember, state = 'open') =>
  (await here.as(who, 'GET', `/api/tasks?limit=50&state=${state}`)).body.items.map(
    ({ id }: { id: string }) => id,
  );
const events = async (taskId: string) =>
  (
    await here.database.query<{ type: string }>(
      'select type from outbox_event where subject_id = ? order by subject_seq',
      [taskId],
    )
  ).map(({ type }) => type);
/** Lets the task's date have passed a minute ago. */
const runOut = (taskId: string) => ageTask(here, taskId, 24 * 60 + 1);
const ok = (answer: { status: number; body: unknown }) =>
  assert.equal(answer.status, 200, JSON.stringify(answer.body));

describe('an incident that is assisted', () => {
  it('waits for its helper, and is closed by its handler', async () => {
    const { incidentId, taskId } = await assist(here);
    assert.deepEqual(await listed('coHelper'), [taskId]);
    ok(await act('coHelper', taskId, 'accept', { note: '下午过去' }));
    const early = await here.act('worker', incidentId, 'resolve', { note: '好了', photoIds: [] });
    assertProblem(early, 409, 'incident/tasks-open');

    const finished = await act('coHelper', taskId, 'finish', { note: '清走了', photoIds: [] });
    ok(finished);
    assert.equal(finished.body.state, 'done');
    assert.deepEqual(finished.body.allowedActions, []);
    assert.deepEqual(await listed('coHelper'), []);
    assert.deepEqual(await listed('coHelper', 'over'), [taskId]);

    const waiting = await incident(incidentId);
    assert.equal(waiting.state, 'handling');
    assert.equal(waiting.tasks[0].state, 'done');
    assert.ok(waiting.allowedActions.includes('resolve'));
    ok(await here.act('worker', incidentId, 'resolve', { note: '一起看过了', photoIds: [] }));
    assert.deepEqual(await events(taskId), ['task.assign', 'task.accept', 'task.finish']);
  });

  it('can be given to somebody else when it comes back', async () => {
    const { incidentId, taskId } = await assist(here);
    assert.equal((await act('coHelper', taskId, 'return', { reason: ' ' })).status, 400);
    ok(await act('coHelper', taskId, 'return', { reason: '这是市政的管道' }));
    assert.equal((await task('worker', taskId)).timeline.at(-1).note, '这是市政的管道');
    const again = taskFor(here.town.organisations.cityManagement);
    ok(await here.act('worker', incidentId, 'dispatch', { route: 'assisted', tasks: [again] }));
    assert.deepEqual(
      (await incident(incidentId)).tasks.map((one: { state: string }) => one.state),
      ['returned', 'assigned'],
    );
    ok(await act('cityOfficer', again.id, 'finish', { note: '修好了', photoIds: [] }));
    ok(await here.act('worker', incidentId, 'resolve', { note: '好了', photoIds: [] }));
  });

  it('shows how it was done to who dispatched it, in pictures too', async () => {
    const { incidentId, taskId } = await assist(here);
    const photo = (await here.upload('coHelper', await picture('green'))).body;
    ok(await act('coHelper', taskId, 'finish', { note: '', photoIds: [photo.id] }));
    const { photos } = await task('worker', taskId);
    assert.deepEqual(
      photos.map(({ id, stage }: { id: string; stage: string }) => [id, stage]),
      [[photo.id, 'task']],
    );
    assert.deepEqual((await incident(incidentId)).photos, []);
    const { taskId: another } = await assist(here);
    const twice = await act('coHelper', another, 'finish', { note: '', photoIds: [photo.id] });
    assertProblem(twice, 422, 'photo/not-usable');
    assert.equal((await task('coHelper', another)).state, 'assigned');
  });
});

describe('an incident that is joint', () => {
  it('is done when all are done, and closed once together', async () => {
    const { incidentId, leadId, otherId } = await join(here);
    const lead = await task('cityOfficer', leadId);
    assert.equal(lead.lead, true);
    assert.deepEqual(lead.others, [{ organisationName: '近处消防', state: 'assigned' }]);
    const answers = await Promise.all([
      act('cityOfficer', leadId, 'finish', { note: '清走了', photoIds: [] }),
      act('fireOfficer', otherId, 'finish', { note: '通道通了', photoIds: [] }),
    ]);
    answers.forEach(ok);
    const [row] = await here.database.query<{ open: number }>(
      'select open_task_count as open from incident where id = ?',
      [incidentId],
    );
    assert.equal(row?.open, 0);
    assert.equal((await incident(incidentId)).state, 'handling');
    ok(await here.act('worker', incidentId, 'resolve', { note: '两家都办完了', photoIds: [] }));
    const late = await act('cityOfficer', leadId, 'accept');
    assertProblem(late, 409, 'task/wrong-state');
  });

  it('shows each department its own task and no other', async () => {
    const { leadId, otherId } = await join(here);
    assert.ok((await listed('cityOfficer')).includes(leadId));
    assert.ok(!(await listed('cityOfficer')).includes(otherId));
    for (const who of ['cityOfficer', 'coHelper', 'otherWorker', 'farCommunityWorker'] as const)
      assertProblem(await here.as(who, 'GET', `/api/tasks/${otherId}`), 404, 'task/not-found');
    assertProblem(await act('cityOfficer', otherId, 'accept'), 404, 'task/not-found');
    assertProblem(await here.as('reporter', 'GET', `/api/tasks/${otherId}`), 403, 'auth/not-permitted');
    for (const who of ['worker', 'communityWorker', 'officer'] as const)
      assert.equal((await task(who, otherId)).organisation.name, '近处消防');
  });

  it('can take in another department later, and names a new lead when the first gives it back', async () => {
    const { incidentId, leadId } = await join(here);
    ok(await act('cityOfficer', leadId, 'return', { reason: '不归我们管' }));
    const { property } = here.town.organisations;
    const unled = { route: 'joint', tasks: [taskFor(property)] };
    assertProblem(await here.act('worker', incidentId, 'dispatch', unled), 422, 'task/lead-wrong');
    const led = { route: 'joint', tasks: [taskFor(property, { lead: true })] };
    ok(await here.act('worker', incidentId, 'dispatch', led));
    assert.equal((await incident(incidentId)).tasks.length, 3);
  });
});

describe("a task's organisation", () => {
  it('can lose it to another at once, together with all it could see', async () => {
    const { taskId } = await assist(here);
    ok(await act('coHelper', taskId, 'accept', { note: '物业自己的话' }));
    const { fire } = here.town.organisations;
    ok(
      await act('communityWorker', taskId, 'transfer', {
        organisationId: fire,
        reason: '物业说办不了',
        dueAt: inHours(30),
      }),
    );
    assertProblem(await here.as('coHelper', 'GET', `/api/tasks/${taskId}`), 404, 'task/not-found');
    assertProblem(
      await act('coHelper', taskId, 'finish', { note: '好了', photoIds: [] }),
      404,
      'task/not-found',
    );
    for (const state of ['open', 'over']) assert.ok(!(await listed('coHelper', state)).includes(taskId));
    const mine = await task('fireOfficer', taskId);
    assert.equal(mine.state, 'assigned');
    assert.deepEqual(
      mine.timeline.map((entry: { action: string }) => entry.action),
      ['transfer'],
    );
    assert.ok(!JSON.stringify(mine).includes('物业'), 'what passed before is not told to the next one');
    const staff = await task('worker', taskId);
    assert.deepEqual(
      staff.timeline.map((entry: { label: string }) => entry.label),
      ['派了任务', '接手了', '转给了近处消防'],
    );
  });

  it('is urged, and asks for more time, which is granted or not', async () => {
    const { taskId } = await assist(here);
    ok(await act('communityWorker', taskId, 'urge', { note: '居民在等' }));
    assert.equal((await task('coHelper', taskId)).timeline.at(-1).note, '居民在等');
    const { dueAt } = await task('coHelper', taskId);
    const ask = (when: string) => act('coHelper', taskId, 'ask-time', { reason: '要等配件', dueAt: when });
    assertProblem(await ask(dueAt), 422, 'task/later-date-needed');
    assertProblem(await ask(inHours(24 * 400)), 422, 'task/due-date-unfit');
    ok(await ask(inHours(48)));
    assertProblem(await ask(inHours(60)), 409, 'task/time-already-asked');
    ok(await act('communityWorker', taskId, 'refuse-time', { note: '先通水' }));
    assert.equal((await task('coHelper', taskId)).dueAt, dueAt);
    assertProblem(await act('communityWorker', taskId, 'grant-time'), 409, 'task/no-time-asked');
    const later = inHours(72);
    ok(await ask(later));
    ok(await act('communityWorker', taskId, 'grant-time'));
    const granted = await task('coHelper', taskId);
    assert.equal(granted.dueAt, later);
    assert.equal(granted.askedDueAt, null);
  });

  it('does not get a breach forgotten by being granted time', async () => {
    const { incidentId, taskId } = await assist(here);
    await runOut(taskId);
    assert.equal((await task('coHelper', taskId)).breached, true);
    ok(await act('coHelper', taskId, 'ask-time', { reason: '要等配件', dueAt: inHours(48) }));
    ok(await act('communityWorker', taskId, 'grant-time'));
    const granted = await task('communityWorker', taskId);
    assert.equal(granted.breached, true);
    assert.equal(granted.timeline.filter(({ action }: { action: string }) => action === 'overdue').length, 1);
    assert.equal((await events(taskId)).filter((type) => type === 'task.overdue').length, 1);
    ok(await act('coHelper', taskId, 'finish', { note: '好了', photoIds: [] }));
    assert.equal((await incident(incidentId)).tasks[0].breached, true);
  });

  it('can be dissolved: its people lose the task, staff can give it to somebody else', async () => {
    const organisationId = await here.town.addOrganisation('volunteers', '要散的志愿队');
    await here.town.addPerson('leaving', [{ role: 'co_helper', organisationId }]);
    const { taskId } = await assist(here, { organisationId });
    await here.town.dissolveOrganisation(organisationId);
    const { property } = here.town.organisations;
    ok(await act('communityWorker', taskId, 'transfer', { organisationId: property, reason: '志愿队散了' }));
    ok(await act('coHelper', taskId, 'finish', { note: '好了', photoIds: [] }));
  });
});
