import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const listed = async () => {
  const answer = await here.as('worker', 'GET', `/api/organisations?communityId=${here.town.near.id}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.items.map(({ name }: { name: string }) => name);
};

const signIn = async (key: string) =>
  (await ask(here.base, 'POST', '/api/auth/demo', { body: { key } })).body.accessToken as string;

describe('organisations', () => {
  it("are the community's own first, then those of its whole subdistrict", async () => {
    await here.town.addOrganisation('property', '别处物业', newId());
    assert.deepEqual(await listed(), ['近处物业', '近处城管', '近处消防']);
  });

  it('are listed for whoever dispatches in that community only', async () => {
    const far = await here.as('worker', 'GET', `/api/organisations?communityId=${here.town.far.id}`);
    assertProblem(far, 404, 'area/community-not-found');
    const none = await here.as('worker', 'GET', '/api/organisations');
    assert.equal(none.status, 400);
  });

  it('are told to their people as what they are appointed to', async () => {
    const { body } = await here.as('coHelper', 'GET', '/api/me');
    const [appointment] = body.appointments;
    assert.equal(appointment.roleLabel, '协办');
    assert.equal(appointment.organisationName, '近处物业');
    assert.equal(appointment.organisationId, here.town.organisations.property);
    assert.equal(appointment.communityId, null);
    assert.ok(body.permissions.includes('task.accept'));
    assert.ok(!body.permissions.some((permission: string) => permission === 'incident.queue'));
  });

  it('give their people nothing from the moment they are dissolved', async () => {
    const id = await here.town.addOrganisation('volunteers', '散了的志愿队');
    await here.town.addPerson('formerVolunteer', [{ role: 'co_helper', organisationId: id }]);
    const token = await signIn('formerVolunteer');
    const before = await ask(here.base, 'GET', '/api/me', { token });
    assert.ok(before.body.permissions.includes('task.list'));
    assert.ok((await listed()).includes('散了的志愿队'));

    await here.town.dissolveOrganisation(id);
    const gone = await ask(here.base, 'GET', '/api/me', { token });
    assert.deepEqual(gone.body.appointments, []);
    assert.ok(!gone.body.permissions.includes('task.list'));
    assert.ok(!(await listed()).includes('散了的志愿队'));
  });
});

describe('at the desk, an organisation', () => {
  const post = (who: CastMember, path: string, body: object) =>
    here.as(who, 'POST', `/api/organisations${path}`, { actionId: newId(), ...body });
  const adding = (change: object = {}) => ({
    ...{ id: newId(), kind: 'property', name: '安居物业', areaId: here.town.near.id },
    ...change,
  });
  const add = (who: CastMember, body: object) => here.as(who, 'POST', '/api/organisations', body);
  const show = (who: CastMember, id: string) => here.as(who, 'GET', `/api/organisations/${id}`);

  it('is added for one community or a whole subdistrict by whoever appoints there, once, under a name of its own', async () => {
    const body = adding();
    assert.equal((await add('secretary', body)).status, 204);
    assert.equal((await add('secretary', body)).status, 204);
    assert.ok((await listed()).includes('安居物业'));
    assertProblem(await add('secretary', adding()), 409, 'organisation/name-taken');
    assertProblem(
      await add('secretary', adding({ name: '别的', areaId: here.town.far.id })),
      403,
      'organisation/beyond-your-reach',
    );
    const { subdistrictId } = here.town.near;
    assertProblem(
      await add('secretary', adding({ name: '街道队', areaId: subdistrictId })),
      403,
      'organisation/beyond-your-reach',
    );
    // A whole subdistrict's of the same name would be offered beside it.
    assertProblem(await add('officer', adding({ areaId: subdistrictId })), 409, 'organisation/name-taken');
    assert.equal((await add('officer', adding({ name: '街道队', areaId: subdistrictId }))).status, 204);
    assertProblem(await add('secretary', adding({ name: '街道队' })), 409, 'organisation/name-taken');
    assert.equal((await add('secretary', adding({ name: '' }))).status, 400);
    const [one, other] = await Promise.all([
      add('secretary', adding({ name: '同时' })),
      add('officer', adding({ name: '同时' })),
    ]);
    assert.deepEqual([one.status, other.status].sort(), [204, 409]);
    const { body: places } = await here.as('officer', 'GET', '/api/organisations/places');
    assert.deepEqual(
      places.items.map(({ kind }: { kind: string }) => kind),
      ['community', 'subdistrict'],
    );
  });

  it('is renamed, works for estates, and is thought of first where nobody helped yet', async () => {
    const { id } = adding();
    assert.equal((await add('secretary', adding({ id, name: '旧名物业' }))).status, 204);
    assert.equal((await post('secretary', `/${id}/rename`, { name: '新名物业' })).status, 204);
    const { near, far } = here.town;
    const estates = (estateIds: string[]) => post('secretary', `/${id}/estates`, { estateIds });
    assertProblem(await estates([near.estateId, far.estateId]), 409, 'organisation/estate-elsewhere');
    assert.equal((await estates([near.estateId])).status, 204);
    const { body } = await show('secretary', id);
    assert.equal(body.name, '新名物业');
    assert.deepEqual(
      body.estates.map((one: { id: string }) => one.id),
      [near.estateId],
    );
    const { body: listed } = await here.as('secretary', 'GET', '/api/organisations/desk?q=新名');
    const names = await here.database.query<{ name: string }>('select name from estate where id = ?', [
      near.estateId,
    ]);
    assert.deepEqual(
      listed.items.map((one: { id: string; estateNames: string[] }) => [one.id, one.estateNames]),
      [[id, names.map(({ name }) => name)]],
    );
    const { appointmentIds } = await here.town.addPerson('newHelper', [
      { role: 'co_helper', organisationId: id },
    ]);
    const incident = await here.report();
    const { body: helper } = await here.as('worker', 'GET', `/api/incidents/${incident}/usual-helper`);
    assert.equal(helper.organisation.id, id);
    assert.equal(helper.tookMinutes, null);
    assertProblem(await show('communityWorker', id), 403, 'auth/not-permitted');
    const kept = await here.database.query<{ action: string }>(
      'select action from audit_entry where subject_id = ? order by at, id',
      [id],
    );
    assert.deepEqual(
      kept.map(({ action }) => action),
      ['organisation.add', 'organisation.rename', 'organisation.serve'],
    );
    await here.town.endAppointment(appointmentIds[0] as string);
    assert.equal((await post('secretary', `/${id}/dissolve`, {})).status, 204);
  });

  it('is dissolved when its tasks and appointments are over, and not before', async () => {
    const id = await here.town.addOrganisation('property', '收尾物业', here.town.near.id);
    const { appointmentIds } = await here.town.addPerson('lastOne', [
      { role: 'co_helper', organisationId: id },
    ]);
    const incident = await here.reach('judge');
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    const task = { id: newId(), organisationId: id, dueAt, note: '请修灯' };
    const given = await here.act('worker', incident, 'dispatch', { route: 'assisted', tasks: [task] });
    assert.equal(given.status, 200, JSON.stringify(given.body));
    const still = await post('secretary', `/${id}/dissolve`, {});
    assertProblem(still, 409, 'organisation/still-at-work');
    assert.equal(still.body.title, '还有 1 个任务没办完，有 1 项任命没结束，先了结再解散');
    await here.database.query("update task set state = 'cancelled' where id = ?", [task.id]);
    await here.town.endAppointment(appointmentIds[0] as string);
    assert.equal((await post('secretary', `/${id}/dissolve`, {})).status, 204);
    assertProblem(await post('secretary', `/${id}/rename`, { name: '又来' }), 409, 'organisation/dissolved');
    assert.ok(!(await listed()).includes('收尾物业'));
    const { body } = await here.as('secretary', 'GET', '/api/organisations/desk?when=dissolved&q=收尾');
    assert.deepEqual(
      body.items.map((one: { id: string }) => one.id),
      [id],
    );
  });
});
