import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

interface Sheet {
  id: string;
  code: string;
  link: string;
  label: string;
  grid: { id: string } | null;
  replacedByCode: string | null;
  revokedWhy: string | null;
}

const gate = (change: object = {}) => ({
  ...{ id: newId(), communityId: here.town.near.id, label: '北门', address: '近处路 9 号' },
  location: { ...here.town.near.grids[1].point, system: 'gcj02' },
  ...change,
});
const make = (body: object, who: CastMember = 'communityWorker') => here.as(who, 'POST', '/api/places', body);
const made = async (change: object = {}): Promise<Sheet> => {
  const answer = await make(gate(change));
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body;
};
const desk = async (query = '') => {
  const path = `/api/communities/${here.town.near.id}/places?pageSize=200${query}`;
  const answer = await here.as('communityWorker', 'GET', path);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as {
    items: Sheet[];
    total: number;
    counts: { in_force: number; revoked: number };
    buildingsWithout: { id: string }[];
  };
};
const act = (id: string, action: string, body: object) =>
  here.as('communityWorker', 'POST', `/api/places/${id}/${action}`, body);
const scan = (code: string) => here.as(null, 'GET', `/api/places/${code}`);
const countOf = async (label: string) =>
  Number(
    (await here.database.query<{ n: number }>('select count(*) as n from place where label = ?', [label]))[0]
      ?.n,
  );

describe('a place with a printed code', () => {
  it('is made once however often it is sent, lies in the grid of its point, and opens by its code', async () => {
    const body = gate({ label: '说好的北门' });
    const [one, two] = await Promise.all([make(body), make(body)]);
    const again = await make(body);
    assert.deepEqual([one.status, two.status, again.status], [201, 201, 201]);
    assert.equal(one.body.code, again.body.code);
    assert.equal(one.body.code, two.body.code);
    assert.equal(await countOf('说好的北门'), 1);
    assert.equal(one.body.grid.id, here.town.near.grids[1].id);
    assert.match(one.body.link, new RegExp(`^http://.+/q/${one.body.code}$`));
    assert.equal((await scan(one.body.code.toLowerCase())).body.label, '说好的北门');
    assertProblem(await make({ ...body, label: '另一个门' }), 409, 'request/id-used-differently');
    assertProblem(await make(body, 'secretary'), 409, 'request/id-used-differently');
  });

  it('lies in its own community, has a name, and is at a building or a point', async () => {
    const { near, far } = here.town;
    const there = { ...far.grids[0].point, system: 'gcj02' };
    assertProblem(await make(gate({ location: there })), 422, 'place/outside-community');
    assertProblem(await make(gate({ location: undefined })), 422, 'place/outside-community');
    assertProblem(await make(gate({ buildingId: far.buildingId })), 422, 'area/building-not-found');
    assertProblem(await make(gate({ buildingId: near.grids[0].id })), 422, 'area/building-not-found');
    assertProblem(await make(gate({ communityId: far.id })), 403, 'place/outside-your-area');
    for (const wrong of [{ label: '  ' }, { address: '' }, { label: '长'.repeat(31) }, { communityId: 'x' }])
      assert.equal((await make(gate(wrong))).status, 400, JSON.stringify(wrong));
  });

  it('is out of use from the moment it is revoked, and says which code came after it', async () => {
    const place = await made({ label: '换过码的门' });
    const body = { id: newId(), why: 'tampered' };
    const answers = await Promise.all([act(place.id, 'reissue', body), act(place.id, 'reissue', body)]);
    for (const { status, body: sheet } of answers) {
      assert.equal(status, 201, JSON.stringify(sheet));
      assert.equal(sheet.id, body.id);
      assert.notEqual(sheet.code, place.code);
    }
    assert.equal(await countOf('换过码的门'), 2);
    assertProblem(await scan(place.code), 410, 'place/revoked');
    assert.equal((await scan(answers[0]?.body.code)).body.label, '换过码的门');
    const [old] = (await desk(`&standing=revoked&codes=${place.code}`)).items;
    assert.equal(old?.replacedByCode, answers[0]?.body.code);
    assert.equal(old?.revokedWhy, 'tampered');
    // What is out of use stays so, and has one successor.
    assertProblem(await act(place.id, 'reissue', { id: newId(), why: 'worn' }), 409, 'place/already-revoked');
    assertProblem(await act(place.id, 'revoke', { why: 'worn' }), 409, 'place/already-revoked');
  });

  it('is revoked once by two at once, and the same person may ask again', async () => {
    const place = await made();
    const answers = await Promise.all([
      act(place.id, 'revoke', { why: 'moved' }),
      act(place.id, 'revoke', { why: 'moved' }),
      here.as('secretary', 'POST', `/api/places/${place.id}/revoke`, { why: 'worn' }),
    ]);
    const done = answers.filter(({ status }) => status === 200);
    assert.ok(done.length === 1 || done.length === 2, JSON.stringify(answers.map(({ body }) => body)));
    assert.equal(new Set(done.map(({ body }) => body.revokedAt)).size, 1);
    assert.equal((await act(place.id, 'revoke', { why: 'none of these' })).status, 400);
    assertProblem(await act(newId(), 'revoke', { why: 'moved' }), 404, 'place/not-found');
  });

  it('comes to all buildings that have none at once, or to none of them', async () => {
    const { near } = here.town;
    const [sheet] = (await desk(`&codes=${near.placeCode}`)).items;
    const path = `/api/communities/${near.id}/places`;
    const forBuilding = { id: newId(), buildingId: near.buildingId };
    const ask = (places: object[]) => here.as('communityWorker', 'POST', path, { places });
    assertProblem(await ask([forBuilding]), 409, 'place/building-has-one');
    await act(sheet?.id ?? '', 'revoke', { why: 'worn' });
    assert.deepEqual(
      (await desk()).buildingsWithout.map(({ id }) => id),
      [near.buildingId],
    );
    const stranger = { id: newId(), buildingId: newId() };
    assertProblem(await ask([forBuilding, stranger]), 422, 'area/building-not-found');
    assert.equal((await ask([forBuilding, { ...forBuilding, id: newId() }])).status, 400);
    assert.equal((await ask([])).status, 400);
    const closed = (moment: string) =>
      here.database.query(`update area set closed_at = ${moment} where id = ?`, [near.buildingId]);
    await closed('now(3)');
    assertProblem(await ask([forBuilding]), 422, 'area/building-not-found');
    const door = gate({ buildingId: near.buildingId });
    assertProblem(await make(door), 422, 'area/building-not-found');
    await closed('null');
    const other = { ...forBuilding, id: newId() };
    const answers = await Promise.all([ask([forBuilding]), ask([forBuilding]), ask([other])]);
    const statuses = answers.map(({ status }) => status);
    assert.ok(
      String(statuses) === '204,204,409' || String(statuses) === '409,409,204',
      JSON.stringify(answers.map(({ body }) => body)),
    );
    assert.deepEqual((await desk()).buildingsWithout, []);
    const inForce = (await desk()).items.filter(({ label }) => label === '近处小区 1 号楼');
    assert.equal(inForce.length, 1);
  });

  it('is found by a part of its name, its code, and nothing that only looks like a pattern', async () => {
    const place = await made({ label: '百分之百%的门' });
    for (const q of ['之百%', place.code.toLowerCase()])
      assert.deepEqual(
        (await desk(`&q=${encodeURIComponent(q)}`)).items.map(({ id }) => id),
        [place.id],
      );
    // As it is typed, without the spaces it is drawn with; who asks for a door finds its building's.
    for (const q of ['近处小区1', '近处小区1号楼', '近处小区 1 号楼', '近处小区1号楼3单元301'])
      assert.ok((await desk(`&q=${encodeURIComponent(q)}`)).total > 0, q);
    assert.equal((await desk(`&q=${encodeURIComponent('_')}`)).total, 0);
    assert.equal((await desk('&codes=')).total, 0);
    const { counts, total } = await desk();
    assert.equal(total, counts.in_force);
    const foreign = await here.as(
      'farCommunityWorker',
      'GET',
      `/api/communities/${here.town.near.id}/places`,
    );
    assertProblem(foreign, 403, 'place/outside-your-area');
  });

  it('leaves in the audit who made it and who took it out of use', async () => {
    const place = await made();
    await act(place.id, 'reissue', { id: newId(), why: 'mistaken' });
    const rows = await here.database.query<{ action: string; name: string }>(
      `select e.action, e.actor_name as name from audit_entry e
        where e.subject_id in (select id from place where id = ? or replaces_id = ?) order by e.id`,
      [place.id, place.id],
    );
    assert.deepEqual(
      rows.map(({ action, name }) => `${action} ${name}`),
      ['place.make 测试communityWorker', 'place.reissue 测试communityWorker'],
    );
  });
});
