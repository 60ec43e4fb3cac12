import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, assertProblem } from './support/api.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
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
