import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from './support/api.js';
import { moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const countIncidents = async (id: string) =>
  (await here.database.query('select id from incident where id = ?', [id])).length;

describe('bad input', () => {
  const long = '长'.repeat(201);
  const cases: [string, Record<string, unknown>, number, string, string?][] = [
    ['no category', { categoryCode: undefined }, 400, 'request/invalid', 'categoryCode'],
    ['an unknown category', { categoryCode: 'aliens' }, 422, 'incident/category-unknown'],
    ['a number for words', { description: 7 }, 400, 'request/invalid', 'description'],
    ['too many words', { description: long }, 400, 'request/invalid', 'description'],
    ['neither words nor photo', { description: '   ' }, 422, 'incident/description-needed'],
    ['no place', { buildingId: undefined }, 422, 'incident/place-needed'],
    ['a tenth photo', { photoIds: Array.from({ length: 10 }, newId) }, 400, 'request/invalid', 'photoIds'],
    ['a photo that is not there', { photoIds: [newId()] }, 422, 'photo/not-usable'],
    ['an id made otherwise', { id: '0b9ad2c8-0000-4000-8000-000000000000' }, 400, 'request/invalid', 'id'],
    ['a field nobody knows', { admin: true }, 400, 'request/invalid', 'admin'],
    [
      'a spot that is none',
      { location: { lng: 'x', lat: 91, system: 'gcj02' } },
      400,
      'request/invalid',
      'location.lng',
    ],
    ['a date that is none', { happenedAt: '2026-02-30T00:00:00Z' }, 400, 'request/invalid', 'happenedAt'],
    ['a place code nobody printed', { buildingId: undefined, placeCode: 'ACDEFGHJ' }, 404, 'place/unknown'],
    ['half a place code', { buildingId: undefined, placeCode: 'ACDE' }, 400, 'place/malformed'],
    [
      'a spot outside everything',
      { buildingId: undefined, location: { lng: 100, lat: 30, system: 'gcj02' } },
      422,
      'area/outside-everything',
    ],
  ];
  for (const [what, change, status, code, field] of cases) {
    it(`${what}: a clear refusal and nothing half done`, async () => {
      const body = here.reportBody(change);
      const problem = assertProblem(await here.as('reporter', 'POST', '/api/incidents', body), status, code);
      if (field !== undefined)
        assert.ok(
          problem.errors?.some((error) => error.field === field),
          JSON.stringify(problem),
        );
      assert.equal(await countIncidents(body.id), 0);
      assert.deepEqual(
        await here.database.query('select id from incident_action where incident_id = ?', [body.id]),
        [],
      );
      assert.deepEqual(await here.database.query('select id from clock where subject_id = ?', [body.id]), []);
    });
  }

  it('refuses a revoked place code, but not a report that was received before', async () => {
    const placeCode = 'AAAA2222';
    await here.database.query(
      `insert into place (id, code, label, address, community_id, grid_id, building_id, estate_id, lng, lat, created_at)
       select ?, ?, label, address, community_id, grid_id, building_id, estate_id, lng, lat, created_at
         from place where code = ?`,
      [newId(), placeCode, here.town.near.placeCode],
    );
    const body = here.reportBody({ buildingId: undefined, placeCode });
    assert.equal((await here.as('reporter', 'POST', '/api/incidents', body)).status, 201);
    await here.database.query('update place set revoked_at = utc_timestamp(3) where code = ?', [placeCode]);
    assert.equal((await here.as('reporter', 'POST', '/api/incidents', body)).status, 200);
    const late = here.reportBody({ buildingId: undefined, placeCode });
    assertProblem(await here.as('reporter', 'POST', '/api/incidents', late), 410, 'place/revoked');
    assert.equal(await countIncidents(late.id), 0);
  });

  it('leaves out what a phone with a wrong clock says of the time', async () => {
    const id = await here.report({ happenedAt: '2031-01-01T00:00:00Z' });
    assert.equal((await here.as('reporter', 'GET', `/api/incidents/${id}`)).body.happenedAt, null);
  });

  it("refuses somebody else's photo and one that is used already, and keeps the others free", async () => {
    const mine = (await here.upload('reporter', await picture())).body.id;
    const theirs = (await here.upload('neighbour', await picture())).body.id;
    const refused = here.reportBody({ photoIds: [mine, theirs] });
    assertProblem(await here.as('reporter', 'POST', '/api/incidents', refused), 422, 'photo/not-usable');
    assert.equal(await countIncidents(refused.id), 0);
    await here.report({ photoIds: [mine] });
    const again = here.reportBody({ photoIds: [mine] });
    assertProblem(await here.as('reporter', 'POST', '/api/incidents', again), 422, 'photo/not-usable');
  });
});
