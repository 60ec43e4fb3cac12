import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LIMITS } from '@linli/shared';
import { assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

interface Near {
  id: string;
  title: string;
  textHidden: boolean;
  mine: boolean;
  location: { lng: number; lat: number };
  distanceMetres: number;
  following: boolean;
  followerCount: number;
}

/** One metre, in degrees of latitude. */
const METRE = 1 / 111_195.08;
let spots = 0;

/** A spot of its own for each test, on the ten-metre raster that neighbours may know, far from all others. */
function freshSpot(): { lng: number; lat: number } {
  const { point } = here.town.near.grids[0];
  spots += 1;
  return { lng: round(point.lng - 0.004), lat: round(point.lat - 0.004 + spots * 0.0012) };
}
const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

const north = (spot: { lng: number; lat: number }, metres: number) => ({
  lng: spot.lng,
  lat: spot.lat + metres * METRE,
});

const reportAt = (point: object, change: Record<string, unknown> = {}, who?: CastMember) =>
  here.report({ buildingId: undefined, location: { ...point, system: 'gcj02' }, ...change }, who);

async function near(
  who: CastMember | null,
  point: { lng: number; lat: number },
  categoryCode = 'lighting',
): Promise<Near[]> {
  const path = `/api/incidents/near?categoryCode=${categoryCode}&lng=${point.lng}&lat=${point.lat}&system=gcj02`;
  const { status, body } = await here.as(who, 'GET', path);
  assert.equal(status, 200, JSON.stringify(body));
  return body.items;
}
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);

describe('"is it this one?" before a report is sent', () => {
  it('finds what is near, open, recent and of the same kind, and nothing else', async () => {
    const spot = freshSpot();
    const same = await reportAt(spot);
    await reportAt(spot, { categoryCode: 'facility' });
    const old = await reportAt(spot);
    await here.age(old, (LIMITS.nearDays * 24 + 1) * 60);
    const done = await reportAt(spot);
    for (const [action, body] of [
      ['accept', {}],
      ['judge', { difficulty: 'simple' }],
      ['dispatch', { route: 'self' }],
      ['resolve', { note: '换好了', photoIds: [] }],
    ] as const) {
      assert.equal((await here.act('worker', done, action, body)).status, 200);
    }
    const [found, ...others] = await near('neighbour', spot);
    assert.deepEqual(others, []);
    assert.equal(found?.id, same);
    assert.deepEqual(
      { metres: found?.distanceMetres, following: found?.following, followers: found?.followerCount },
      { metres: 10, following: false, followers: 0 },
    );
  });

  it('goes exactly as far as the radius', async () => {
    const spot = freshSpot();
    const id = await reportAt(spot);
    // To staff the true place counts, to the neighbours the coarse one; here they are the same.
    for (const who of ['worker', 'neighbour'] as const) {
      assert.deepEqual(idsOf(await near(who, north(spot, LIMITS.nearMetres - 0.2))), [id], who);
      assert.deepEqual(idsOf(await near(who, north(spot, LIMITS.nearMetres + 0.2))), [], who);
    }
    assert.equal((await near('worker', north(spot, LIMITS.nearMetres - 0.2)))[0]?.distanceMetres, 50);
  });

  it('tells a neighbour of no place more exactly than the card does, wherever they ask from', async () => {
    const spot = freshSpot();
    const home = north(spot, 4);
    const id = await reportAt(home);
    const [seen] = await near('neighbour', spot);
    assert.deepEqual(seen?.location, spot);
    // Were the true place measured, one of these two would tell which side of the raster it lies on.
    const edge = LIMITS.nearMetres - 1;
    assert.deepEqual(idsOf(await near('neighbour', north(spot, edge))), [id]);
    assert.deepEqual(idsOf(await near('neighbour', north(spot, -edge))), [id]);
    assert.deepEqual(idsOf(await near('reporter', north(spot, -edge))), []);
  });

  it('looks across the border of two grids', async () => {
    const [first, second] = here.town.near.grids;
    const border = (first.point.lng + second.point.lng) / 2;
    const at = (metres: number) => ({ lng: round(border) + metres * METRE, lat: round(first.point.lat) });
    const id = await reportAt(at(12));
    const { body } = await here.as('communityWorker', 'GET', `/api/incidents/${id}`);
    assert.equal(body.gridId, second.id);
    assert.deepEqual(idsOf(await near('communityWorker', at(-12))), [id]);
    assert.deepEqual(idsOf(await near('neighbour', at(-12))), [id]);
  });

  it('shows at most three, the nearest first', async () => {
    const spot = freshSpot();
    const made: string[] = [];
    for (const metres of [33, 0, 44, 22]) made.push(await reportAt(north(spot, metres)));
    const [at33, at0, , at22] = made;
    const found = await near('worker', spot);
    assert.deepEqual(idsOf(found), [at0, at22, at33]);
    assert.deepEqual(
      found.map(({ distanceMetres }) => distanceMetres),
      [10, 30, 40],
    );
  });

  it('keeps to what the reader may see, and hides words that are not public', async () => {
    const spot = freshSpot();
    const forStaff = await reportAt(spot, { categoryCode: 'help' });
    assert.deepEqual(idsOf(await near('neighbour', spot, 'help')), []);
    assert.deepEqual(idsOf(await near('farCommunityWorker', spot, 'help')), []);
    assert.deepEqual(idsOf(await near('worker', spot, 'help')), [forStaff]);
    assert.deepEqual(idsOf(await near('reporter', spot, 'help')), [forStaff]);

    const forNeighbours = await reportAt(spot, { categoryCode: 'noise' });
    assert.deepEqual(idsOf(await near(null, spot, 'noise')), []);
    assert.deepEqual(idsOf(await near('neighbour', spot, 'noise')), [forNeighbours]);

    const id = await reportAt(spot, { description: '不能给邻居看的话' });
    const titleFor = async (who: CastMember | null) => (await near(who, spot))[0]?.title;
    assert.equal(await titleFor(null), '公共照明');
    assert.equal(await titleFor('worker'), '不能给邻居看的话');
    await here.act('worker', id, 'publish');
    assert.equal(await titleFor(null), '不能给邻居看的话');
    assert.equal((await near('reporter', spot))[0]?.mine, true);
  });

  it('takes a place code or a building as a report does', async () => {
    const id = await here.report({ categoryCode: 'corridor' });
    const { buildingId, placeCode } = here.town.near;
    for (const where of [`buildingId=${buildingId}`, `placeCode=${placeCode}`]) {
      const { body } = await here.as(null, 'GET', `/api/incidents/near?categoryCode=corridor&${where}`);
      assert.deepEqual(idsOf(body.items), [id], where);
    }
  });

  it('refuses what it cannot read', async () => {
    const refused = (query: string, status: number, code: string) =>
      here
        .as(null, 'GET', `/api/incidents/near?${query}`)
        .then((answer) => assertProblem(answer, status, code));
    await refused('categoryCode=lighting', 422, 'area/where-needed');
    await refused('categoryCode=Lighting;&lng=1&lat=1&system=gcj02', 400, 'request/invalid');
    await refused('categoryCode=lighting&lng=118.6', 400, 'request/invalid');
    await refused('categoryCode=lighting&lng=118.6&lat=north&system=gcj02', 400, 'request/invalid');
    await refused('categoryCode=lighting&lng=2.35&lat=48.85&system=gcj02', 422, 'area/outside-everything');
    await refused('categoryCode=lighting&placeCode=NNNNNNNN', 404, 'place/unknown');
  });

  it('reads by its index, however much was ever reported', async () => {
    const { query } = here.database;
    const columns = (
      await query<{ name: string }>(
        `select column_name as name from information_schema.columns
         where table_schema = database() and table_name = 'incident' and coalesce(generation_expression, '') = ''
         order by ordinal_position`,
      )
    ).map(({ name }) => name);
    const change: Record<string, string> = {
      id: 'uuid()',
      number: "concat('X-', s.seq)",
      lat: 'i.lat + (s.seq % 100) / 5000',
      lng: 'i.lng + (s.seq div 100) / 5000',
    };
    const [any] = await query<{ id: string }>('select id from incident limit 1');
    await query(
      `insert into incident (${columns.join(', ')})
       select ${columns.map((name) => change[name] ?? `i.${name}`).join(', ')}
       from incident i join (with recursive seq (seq) as (select 1 union all select seq + 1 from seq where seq < 900)
         select seq from seq) s where i.id = ?`,
      [any?.id],
    );
    await query('analyze table incident');
    const [plan] = await query<{ key: string; rows: number }>(
      `explain select i.id from incident i
       where i.community_id = ? and i.category_code = ? and i.state in ('reported', 'accepted', 'handling')
         and i.lat between ? and ? and i.lng between ? and ? and i.reported_at >= ?
       order by i.reported_at desc, i.id desc limit 60`,
      [here.town.near.id, 'lighting', 37.4, 37.4005, 118.6, 118.6005, new Date(0)],
    );
    assert.equal(plan?.key, 'incident_near');
    assert.ok(Number(plan.rows) < 200, `${plan.rows} rows`);
  });
});

describe('following an incident', () => {
  const follow = (who: CastMember | null, id: string) => here.as(who, 'PUT', `/api/incidents/${id}/follow`);
  const unfollow = (who: CastMember | null, id: string) =>
    here.as(who, 'DELETE', `/api/incidents/${id}/follow`);
  const rowsOf = (id: string) =>
    here.database.query('select person_id from incident_follower where incident_id = ?', [id]);

  it('five times at once is following once', async () => {
    const id = await here.report();
    const answers = await Promise.all(Array.from({ length: 5 }, () => follow('neighbour', id)));
    assert.deepEqual(
      answers.map(({ status, body }) => ({ status, ...body })),
      Array.from({ length: 5 }, () => ({ status: 200, following: true, followerCount: 1 })),
    );
    assert.equal((await rowsOf(id)).length, 1);
  });

  it('is counted, and given up as often as one likes', async () => {
    const id = await here.report();
    await follow('neighbour', id);
    assert.deepEqual((await follow('worker', id)).body, { following: true, followerCount: 2 });
    assert.deepEqual((await unfollow('neighbour', id)).body, { following: false, followerCount: 1 });
    assert.deepEqual((await unfollow('neighbour', id)).body, { following: false, followerCount: 1 });
    assert.deepEqual((await unfollow('officer', id)).body, { following: false, followerCount: 1 });
  });

  it('is not for the reporter, who hears anyway', async () => {
    const id = await here.report();
    assertProblem(await follow('reporter', id), 409, 'incident/own-report');
    assert.equal((await rowsOf(id)).length, 0);
  });

  it('needs somebody signed in who may see it', async () => {
    const forStaff = await here.report({ categoryCode: 'dispute' });
    for (const ask of [follow, unfollow]) {
      assertProblem(await ask(null, forStaff), 401, 'auth/sign-in-needed');
      assertProblem(await ask('neighbour', forStaff), 404, 'incident/not-found');
      assertProblem(await ask('farCommunityWorker', forStaff), 404, 'incident/not-found');
      assertProblem(await ask('neighbour', newId()), 404, 'incident/not-found');
      assertProblem(await ask('neighbour', 'x'), 404, 'incident/not-found');
    }
    assert.equal((await follow('worker', forStaff)).status, 200);
  });

  it('ends with the incident: what is closed takes no new followers and keeps the old ones', async () => {
    const id = await here.reach('resolve');
    await follow('neighbour', id);
    assert.equal((await here.act('reporter', id, 'confirm', { rating: 5 })).status, 200);
    assertProblem(await follow('officer', id), 409, 'incident/wrong-state');
    assert.deepEqual((await follow('neighbour', id)).body, { following: true, followerCount: 1 });
  });

  it('makes a list of one’s own, what was followed last on top', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      const id = await here.report();
      await follow('officer', id);
      ids.unshift(id);
    }
    await here.database.query(
      "update incident_follower set followed_at = '2026-10-01 00:00:00.123' where incident_id in (?)",
      [ids.slice(1, 4)],
    );
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await here.as('officer', 'GET', `/api/incidents/followed?limit=2${cursor}`);
      assert.ok(body.items.length <= 2);
      seen.push(...idsOf(body.items));
      cursor = body.nextCursor === null ? null : `&cursor=${body.nextCursor}`;
    }
    assert.equal(seen[0], ids[0]);
    assert.ok(ids.every((id) => seen.includes(id)));
    assert.equal(new Set(seen).size, seen.length);
    const others = (await here.as('otherWorker', 'GET', '/api/incidents/followed')).body.items;
    assert.deepEqual(others, []);
    assertProblem(await here.as(null, 'GET', '/api/incidents/followed'), 401, 'auth/sign-in-needed');
  });

  it('loses from its list what may not be seen any more', async () => {
    const id = await here.report({ categoryCode: 'parking' });
    await follow('neighbour', id);
    const listed = async () =>
      idsOf((await here.as('neighbour', 'GET', '/api/incidents/followed')).body.items).includes(id);
    assert.ok(await listed());
    const show = (visibility: string) =>
      here.database.query("update incident_category set visibility = ? where code = 'parking'", [visibility]);
    await show('staff');
    assert.ok(!(await listed()));
    await show('public');
    assert.ok(await listed());
  });

  it('moves with what is followed when it is merged, the reporter of the merged one along', async () => {
    const gone = await here.report();
    const stays = await here.report({}, 'otherWorker');
    for (const who of ['neighbour', 'worker', 'otherWorker'] as const) await follow(who, gone);
    await follow('worker', stays);
    const merged = await here.act('communityWorker', gone, 'merge', { intoId: stays });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    const following = async (who: CastMember, id: string) => {
      const { body } = await here.as(who, 'GET', `/api/incidents/${id}`);
      return [body.mayFollow, body.following, body.followerCount];
    };
    assert.deepEqual(await following('reporter', stays), [true, true, 3]);
    assert.deepEqual(await following('neighbour', stays), [true, true, 3]);
    assert.deepEqual(await following('worker', stays), [true, true, 3]);
    assert.deepEqual(await following('otherWorker', stays), [false, false, 3]);
    assert.deepEqual(await following('neighbour', gone), [false, false, 0]);
    assertProblem(await follow('neighbour', gone), 409, 'incident/wrong-state');
  });

  it('shows on the incident itself, to those who may follow it', async () => {
    const id = await here.report();
    await follow('neighbour', id);
    const shown = async (who: CastMember | null) => {
      const { body } = await here.as(who, 'GET', `/api/incidents/${id}`);
      return [body.mayFollow, body.following, body.followerCount];
    };
    assert.deepEqual(await shown('neighbour'), [true, true, 1]);
    assert.deepEqual(await shown('worker'), [true, false, 1]);
    assert.deepEqual(await shown(null), [true, false, 1]);
    assert.deepEqual(await shown('reporter'), [false, false, 1]);
  });

  it('shows on the card that is near', async () => {
    const spot = freshSpot();
    const id = await reportAt(spot);
    await follow('neighbour', id);
    await follow('worker', id);
    const standing = async (who: CastMember | null) => {
      const [card] = await near(who, spot);
      return [card?.following, card?.followerCount];
    };
    assert.deepEqual(await standing('neighbour'), [true, 2]);
    assert.deepEqual(await standing('officer'), [false, 2]);
    assert.deepEqual(await standing(null), [false, 2]);
  });
});

describe('kinds of report', () => {
  it('say whom to call where the kind itself is a danger', async () => {
    const { body } = await here.as(null, 'GET', '/api/incident-categories');
    const calls = Object.fromEntries(
      body.items.map(({ code, emergency }: { code: string; emergency: string | null }) => [code, emergency]),
    );
    assert.equal(calls.fire_safety, '119');
    assert.equal(calls.lighting, null);
  });
});
