import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

interface Item {
  id: string;
  state: string;
  reportedAt: string;
  clock: { dueAt: string; stoppedAt: string | null } | null;
}

/** Walks a feed to its end in small steps. */
async function walk(who: CastMember | null, path: string, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { status, body } = await here.as(
      who,
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${next}`,
    );
    assert.equal(status, 200, JSON.stringify(body));
    assert.ok(body.items.length <= limit);
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return items;
}

const idsOf = (items: Item[]) => items.map((item) => item.id);

describe('the public feed', () => {
  it('gives everything once, newest first, also what came in the same millisecond', async () => {
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.push(await here.report());
    await here.database.query("update incident set reported_at = '2026-10-01 00:00:00.123' where id in (?)", [
      made.slice(0, 5),
    ]);
    const path = `/api/incidents/public?communityId=${here.town.near.id}`;
    const items = await walk(null, path, 2);
    assert.equal(new Set(idsOf(items)).size, items.length);
    for (const id of made) assert.ok(idsOf(items).includes(id));
    const times = items.map((item) => item.reportedAt);
    assert.deepEqual(times, [...times].sort().reverse());
    assert.deepEqual(idsOf(items), idsOf(await walk(null, path, 50)));
  });

  it('keeps to the grid and the community asked for', async () => {
    const inFirst = await here.report();
    const [first, second] = here.town.near.grids;
    const base = `/api/incidents/public?communityId=${here.town.near.id}`;
    assert.ok(idsOf(await walk(null, `${base}&gridId=${first.id}`, 50)).includes(inFirst));
    assert.ok(!idsOf(await walk(null, `${base}&gridId=${second.id}`, 50)).includes(inFirst));
    const far = `/api/incidents/public?communityId=${here.town.far.id}`;
    assert.ok(!idsOf(await walk(null, far, 50)).includes(inFirst));
  });

  it('refuses what it cannot read', async () => {
    const base = `/api/incidents/public?communityId=${here.town.near.id}`;
    assertProblem(await here.as(null, 'GET', '/api/incidents/public'), 400, 'request/invalid');
    assertProblem(await here.as(null, 'GET', `${base}&limit=51`), 400, 'request/invalid');
    assertProblem(await here.as(null, 'GET', `${base}&limit=many`), 400, 'request/invalid');
    const cursors = [
      'nonsense',
      Buffer.from('[1,2,3]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ];
    for (const cursor of cursors) {
      assertProblem(await here.as(null, 'GET', `${base}&cursor=${cursor}`), 400, 'request/cursor-invalid');
    }
  });
});

describe('my own reports', () => {
  it('are mine alone', async () => {
    const mine = await here.report({ categoryCode: 'dispute' });
    const theirs = await here.report({}, 'neighbour');
    const items = idsOf(await walk('reporter', '/api/incidents/mine', 3));
    assert.ok(items.includes(mine));
    assert.ok(!items.includes(theirs));
  });
});

describe('the workbench', () => {
  it('begins with what runs out soonest and ends with what has no clock yet', async () => {
    const fresh = await here.report();
    const overdue = await here.report();
    await here.age(overdue, 9);
    const unjudged = await here.reach('accept');
    const complex = await here.reach('dispatch', 'complex');
    const done = await here.reach('resolve');
    for (const limit of [1, 50]) {
      const order = idsOf(await walk('worker', '/api/incidents/workbench', limit));
      assert.ok(!order.includes(done));
      const places = [overdue, fresh, complex, unjudged].map((id) => order.indexOf(id));
      assert.ok(!places.includes(-1));
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    }
    const { body } = await here.as('worker', 'GET', '/api/incidents/workbench?limit=50');
    const open = body.items.length;
    const late = body.items.filter(
      ({ clock }: Item) => clock !== null && clock.stoppedAt === null && clock.dueAt < body.serverNow,
    ).length;
    assert.deepEqual(body.counts, { open, overdue: late });
    assert.ok(late >= 1);
  });

  it("holds the own grid only, a community worker's the whole community", async () => {
    const id = await here.report();
    assert.ok(idsOf(await walk('communityWorker', '/api/incidents/workbench', 50)).includes(id));
    assert.ok(!idsOf(await walk('otherWorker', '/api/incidents/workbench', 50)).includes(id));
    assert.ok(!idsOf(await walk('farCommunityWorker', '/api/incidents/workbench', 50)).includes(id));
    assertProblem(await here.as('neighbour', 'GET', '/api/incidents/workbench'), 403, 'auth/not-permitted');
  });
});

describe('the queue', () => {
  const queue = async (query: string, who: CastMember = 'communityWorker') => {
    const answer = await here.as(who, 'GET', `/api/incidents${query}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as { items: Item[]; total: number; counts: Record<string, number> };
  };

  it('sorts into tabs and counts them', async () => {
    const fresh = await here.report();
    const soon = await here.report();
    await here.age(soon, 4);
    const overdue = await here.report();
    await here.age(overdue, 6);
    const waiting = await here.reach('resolve');
    const inTab = async (tab: string) => idsOf((await queue(`?tab=${tab}&pageSize=100`)).items);
    const open = await inTab('open');
    assert.ok([fresh, soon, overdue].every((id) => open.includes(id)) && !open.includes(waiting));
    assert.ok((await inTab('due_soon')).includes(soon) && !(await inTab('due_soon')).includes(fresh));
    assert.ok((await inTab('overdue')).includes(overdue) && !(await inTab('overdue')).includes(soon));
    assert.ok((await inTab('awaiting_confirm')).includes(waiting));
    const { counts } = await queue('?tab=all');
    for (const tab of ['open', 'due_soon', 'overdue', 'awaiting_confirm', 'all']) {
      assert.equal((await queue(`?tab=${tab}&pageSize=1`)).total, counts[tab], tab);
    }
  });

  it('turns pages without losing or repeating anything', async () => {
    for (let i = 0; i < 5; i++) await here.report();
    const { total } = await queue('?tab=all&pageSize=1');
    const seen: string[] = [];
    for (let page = 1; seen.length < total; page++) {
      const { items } = await queue(`?tab=all&pageSize=2&page=${page}`);
      assert.ok(items.length > 0);
      seen.push(...idsOf(items));
    }
    assert.equal(new Set(seen).size, total);
    assert.deepEqual((await queue(`?tab=all&pageSize=2&page=${total}`)).items, []);
  });

  it('finds by words, number, place, kind, state and time', async () => {
    const id = await here.report({ description: '井盖 100% 松了_响', categoryCode: 'facility' });
    const { body } = await here.as('communityWorker', 'GET', `/api/incidents/${id}`);
    const finds = async (query: string) =>
      idsOf((await queue(`?tab=all&pageSize=100&${query}`)).items).includes(id);
    for (const q of ['井盖', '100%', '松了_', body.number, body.number.toLowerCase(), '近处小区']) {
      assert.ok(await finds(`q=${encodeURIComponent(q)}`), q);
    }
    assert.ok(!(await finds(`q=${encodeURIComponent('井_盖')}`)));
    assert.ok(!(await finds(`q=${encodeURIComponent("' or 1=1 -- ")}`)));
    assert.ok(await finds('categoryCode=facility&state=reported'));
    assert.ok(!(await finds('categoryCode=lighting')));
    assert.ok(!(await finds('state=closed')));
    assert.ok(await finds(`from=${body.reportedAt}`));
    assert.ok(!(await finds(`to=${body.reportedAt}`)));
  });

  it('reaches a subdistrict officer for the whole subdistrict, and nobody of another one', async () => {
    const id = await here.report();
    assert.ok(idsOf((await queue('?tab=all&pageSize=100', 'officer')).items).includes(id));
    assert.equal((await queue('?tab=all', 'farCommunityWorker')).total, 0);
    assertProblem(await here.as('worker', 'GET', '/api/incidents'), 403, 'auth/not-permitted');
  });

  it('finds an address as it is typed, without the spaces it is drawn with', async () => {
    const id = await here.report({ buildingId: here.town.near.buildingId });
    const told = { communityId: here.town.near.id, buildingId: undefined, placeNote: '南门（旧）旁边' };
    const somewhere = await here.report(told);
    for (const q of ['近处小区1', '近处小区1号楼', '近处小区 1 号楼', '近处小区1栋3单元301']) {
      const { items } = (
        await here.as('communityWorker', 'GET', `/api/incidents?pageSize=100&q=${encodeURIComponent(q)}`)
      ).body;
      assert.ok(
        items.some((item: { id: string }) => item.id === id),
        q,
      );
    }
    // As it stands on the screen, brackets in full width and all.
    const q = encodeURIComponent('（地点待核实）');
    const { body } = await here.as('communityWorker', 'GET', `/api/incidents?pageSize=100&q=${q}`);
    assert.ok(body.items.some((item: { id: string }) => item.id === somewhere));
  });

  it('refuses filters that are none', async () => {
    for (const query of [
      'tab=mine',
      'page=0',
      'pageSize=101',
      'gridId=x',
      'state=lost',
      'from=yesterday',
      'sql=1',
    ]) {
      assertProblem(
        await here.as('communityWorker', 'GET', `/api/incidents?${query}`),
        400,
        'request/invalid',
      );
    }
  });
});

describe('beside the lists', () => {
  it('stand the kinds that can be reported', async () => {
    const { body } = await here.as(null, 'GET', '/api/incident-categories');
    assert.ok(body.items.length >= 8);
    assert.deepEqual(Object.keys(body.items[0]).sort(), ['code', 'emergency', 'icon', 'label', 'visibility']);
  });

  it("stands the community's day", async () => {
    const path = `/api/communities/${here.town.near.id}/overview`;
    const before = (await here.as(null, 'GET', path)).body;
    assert.equal(before.name, '近处社区');
    await here.report();
    await here.reach('resolve');
    const after = (await here.as(null, 'GET', path)).body;
    assert.equal(after.openCount, before.openCount + 1);
    assert.equal(after.resolvedTodayCount, before.resolvedTodayCount + 1);
  });
});
