import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { ageTask, assist, inHours, join, onTask, taskFor } from './support/tasks.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const act = (who: CastMember, taskId: string, action: string, body: Record<string, unknown> = {}) =>
  onTask(here, who, taskId, action, body);
const incident = async (id: string) => (await here.as('worker', 'GET', `/api/incidents/${id}`)).body;
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

describe('dispatching', () => {
  const refusals: [string, string, number, string, () => Promise<object[] | undefined> | object[]][] = [
    ['a task for 自办', 'self', 422, 'task/count-wrong', () => [taskFor(at().property)]],
    ['no task for 帮办', 'assisted', 422, 'task/count-wrong', () => []],
    [
      'two tasks for 帮办',
      'assisted',
      422,
      'task/count-wrong',
      () => [taskFor(at().property), taskFor(at().fire)],
    ],
    ['one task for 联办', 'joint', 422, 'task/count-wrong', () => [taskFor(at().fire, { lead: true })]],
    [
      'nobody in the lead',
      'joint',
      422,
      'task/lead-wrong',
      () => [taskFor(at().fire), taskFor(at().property)],
    ],
    [
      'two in the lead',
      'joint',
      422,
      'task/lead-wrong',
      () => [taskFor(at().fire, { lead: true }), taskFor(at().property, { lead: true })],
    ],
    [
      'one organisation twice',
      'joint',
      422,
      'task/organisation-twice',
      () => [taskFor(at().fire, { lead: true }), taskFor(at().fire)],
    ],
    [
      'an organisation of elsewhere',
      'assisted',
      422,
      'task/organisation-unfit',
      () => [taskFor(at().farProperty)],
    ],
    [
      'an organisation that is not there',
      'assisted',
      422,
      'task/organisation-unfit',
      () => [taskFor(newId())],
    ],
    [
      'an organisation that is dissolved',
      'assisted',
      422,
      'task/organisation-unfit',
      async () => {
        const id = await here.town.addOrganisation('department', '撤了的部门');
        await here.town.dissolveOrganisation(id);
        return [taskFor(id)];
      },
    ],
    [
      'an organisation in which nobody is',
      'assisted',
      422,
      'task/organisation-empty',
      async () => [taskFor(await here.town.addOrganisation('volunteers', '还没人的志愿队'))],
    ],
    [
      'a date that has passed',
      'assisted',
      422,
      'task/due-date-unfit',
      () => [taskFor(at().fire, { dueAt: inHours(-1) })],
    ],
    [
      'a date more than a year ahead',
      'assisted',
      422,
      'task/due-date-unfit',
      () => [taskFor(at().fire, { dueAt: inHours(24 * 366) })],
    ],
    ['no words', 'assisted', 400, 'request/invalid', () => [taskFor(at().fire, { note: ' ' })]],
  ];
  const at = () => here.town.organisations;

  for (const [what, route, status, code, tasks] of refusals) {
    it(`refuses ${what}, and nothing is half done`, async () => {
      const incidentId = await here.reach('judge');
      const answer = await here.act('worker', incidentId, 'dispatch', { route, tasks: await tasks() });
      assertProblem(answer, status, code);
      const now = await incident(incidentId);
      assert.equal(now.state, 'accepted');
      assert.deepEqual(now.tasks, []);
    });
  }

  it('refuses a second open task of one organisation, and a transfer to it or to itself', async () => {
    const { incidentId, leadId } = await join(here);
    const { fire, cityManagement, farProperty } = at();
    const again = { route: 'joint', tasks: [taskFor(fire)] };
    assertProblem(await here.act('worker', incidentId, 'dispatch', again), 422, 'task/organisation-twice');
    const to = (organisationId: string) =>
      act('communityWorker', leadId, 'transfer', { organisationId, reason: '换一家' });
    assertProblem(await to(fire), 422, 'task/organisation-twice');
    assertProblem(await to(cityManagement), 422, 'task/transfer-to-itself');
    assertProblem(await to(farProperty), 422, 'task/organisation-unfit');
    await runOut(leadId);
    assertProblem(await to(at().property), 422, 'task/due-date-unfit');
  });

  it('gives nothing to an organisation whose only one is on leave, lists it as empty and does not think of it first', async () => {
    const id = await here.town.addOrganisation('volunteers', '请假的志愿队', here.town.near.id);
    const { appointmentIds } = await here.town.addPerson('onlyOne', [
      { role: 'co_helper', organisationId: id },
    ]);
    await here.database.query('insert into organisation_estate (organisation_id, estate_id) values (?, ?)', [
      ...[id, here.town.near.estateId],
    ]);
    const { leadId } = await join(here);
    const incidentId = await here.report({ categoryCode: 'noise' });
    const seen = async () => {
      const listed = await here.as('worker', 'GET', `/api/organisations?communityId=${here.town.near.id}`);
      const helper = await here.as('worker', 'GET', `/api/incidents/${incidentId}/usual-helper`);
      const { hasPeople } = listed.body.items.find((one: { id: string }) => one.id === id);
      return [hasPeople, helper.body.organisation?.id ?? null];
    };
    assert.deepEqual(await seen(), [true, id]);
    await here.database.query(
      'insert into appointment_leave (id, appointment_id, from_at, to_at) values (?, ?, ?, ?)',
      [newId(), appointmentIds[0], new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)],
    );
    assert.deepEqual(await seen(), [false, null]);
    const transfer = { organisationId: id, reason: '换一家' };
    const answer = await act('communityWorker', leadId, 'transfer', transfer);
    assertProblem(answer, 422, 'task/organisation-empty');
    assert.equal(answer.body.title, '请假的志愿队还没有人，派过去没人接，请换一家，或先在「单位」里任命');
  });

  it('does not turn to 自办 while others are at it, until their tasks are cancelled', async () => {
    const { incidentId, taskId } = await assist(here);
    assertProblem(
      await here.act('worker', incidentId, 'dispatch', { route: 'self' }),
      409,
      'incident/tasks-open',
    );
    ok(await act('communityWorker', taskId, 'cancel', { reason: '居民自己搬走了' }));
    ok(await here.act('worker', incidentId, 'dispatch', { route: 'self' }));
  });
});

describe('a task that is sent twice', () => {
  it('is dispatched once, and finished once', async () => {
    const incidentId = await here.reach('judge');
    const one = taskFor(here.town.organisations.property);
    const body = { actionId: newId(), route: 'assisted', tasks: [one] };
    const send = () => here.as('worker', 'POST', `/api/incidents/${incidentId}/dispatch`, body);
    const answers = await Promise.all([send(), send(), send()]);
    answers.forEach(ok);
    assert.equal((await incident(incidentId)).tasks.length, 1);

    const finish = { actionId: newId(), note: '清走了', photoIds: [] };
    const again = () => here.as('coHelper', 'POST', `/api/tasks/${one.id}/finish`, finish);
    (await Promise.all([again(), again()])).forEach(ok);
    assert.deepEqual(await events(one.id), ['task.assign', 'task.finish']);
    const other = await here.as('coHelper', 'POST', `/api/tasks/${one.id}/finish`, {
      ...finish,
      note: '别的话',
    });
    assertProblem(other, 409, 'request/id-used-differently');
  });

  it('lets one of two officers finish it', async () => {
    await here.town.addPerson('secondHelper', [
      { role: 'co_helper', organisationId: here.town.organisations.property },
    ]);
    const { accessToken } = (await here.as(null, 'POST', '/api/auth/demo', { key: 'secondHelper' })).body;
    const { incidentId, taskId } = await assist(here);
    const body = () => ({ actionId: newId(), note: '清走了', photoIds: [] });
    const second = fetch(`${here.base}/api/tasks/${taskId}/finish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      body: JSON.stringify(body()),
    });
    const statuses = await Promise.all([
      act('coHelper', taskId, 'finish', body()).then(({ status }) => status),
      second.then(({ status }) => status),
    ]);
    assert.deepEqual(statuses.sort(), [200, 409]);
    const [row] = await here.database.query<{ open: number }>(
      'select open_task_count as open from incident where id = ?',
      [incidentId],
    );
    assert.equal(row?.open, 0);
  });

  it('is refused under the id of another', async () => {
    const { taskId } = await assist(here);
    const incidentId = await here.reach('judge');
    const { fire } = here.town.organisations;
    const answer = await here.act('worker', incidentId, 'dispatch', {
      route: 'assisted',
      tasks: [taskFor(fire, { id: taskId })],
    });
    assertProblem(answer, 409, 'request/id-used-differently');
    assert.equal((await incident(incidentId)).state, 'accepted');
  });
});

describe('the list of tasks', () => {
  it('has what is due first in front, page by page', async () => {
    const organisationId = await here.town.addOrganisation('police', '翻页的民警');
    await here.town.addPerson('pager', [{ role: 'co_helper', organisationId }]);
    const { accessToken } = (await here.as(null, 'POST', '/api/auth/demo', { key: 'pager' })).body;
    const made: string[] = [];
    for (const hours of [30, 10, 20])
      made.push((await assist(here, { organisationId, dueAt: inHours(hours) })).taskId);
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 3; page++) {
      const answer = await fetch(`${here.base}/api/tasks?limit=1${cursor}`, {
        headers: { authorization: `Bearer ${accessToken}` },
      });
      const body = (await answer.json()) as { items: { id: string }[]; nextCursor: string | null };
      seen.push(...body.items.map(({ id }) => id));
      cursor = `&cursor=${body.nextCursor}`;
    }
    assert.deepEqual(seen, [made[1], made[2], made[0]]);
    assert.equal(cursor, '&cursor=null');
  });
});

describe('who usually helps', () => {
  const usual = (incidentId: string, who: CastMember = 'worker') =>
    here.as(who, 'GET', `/api/incidents/${incidentId}/usual-helper`);

  it('is who did the same kind of thing in this community last, for half a year, and no department', async () => {
    const { property, fire, cityManagement } = here.town.organisations;
    const noisy = async () => {
      const id = await here.report({ categoryCode: 'noise' });
      ok(await here.act('worker', id, 'accept'));
      ok(await here.act('worker', id, 'judge', { difficulty: 'simple' }));
      return id;
    };
    const next = await noisy();
    assert.equal((await usual(next)).body.organisation, null);

    const [helped, joint] = [await noisy(), await noisy()];
    const task = taskFor(property);
    const parts = [taskFor(fire, { lead: true }), taskFor(cityManagement)];
    ok(await here.act('worker', helped, 'dispatch', { route: 'assisted', tasks: [task] }));
    ok(await here.act('worker', joint, 'dispatch', { route: 'joint', tasks: parts }));
    ok(await act('coHelper', task.id, 'finish', { note: '劝过了', photoIds: [] }));
    ok(await act('fireOfficer', parts[0]?.id ?? '', 'finish', { note: '看过了', photoIds: [] }));
    const { organisation, tookMinutes } = (await usual(next)).body;
    assert.deepEqual([organisation.id, tookMinutes], [property, 0]);
    assert.equal((await usual(await here.report({ categoryCode: 'sanitation' }))).body.organisation, null);

    assertProblem(await usual(next, 'farCommunityWorker'), 404, 'incident/not-found');
    await ageTask(here, task.id, 181 * 24 * 60);
    assert.equal((await usual(next)).body.organisation, null);
  });
});
