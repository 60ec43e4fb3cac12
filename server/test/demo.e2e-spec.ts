import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DEMO_PASSWORD } from '../src/demo/demo-people.js';
import { passwordMatches } from '../src/modules/identity/passwords.js';
import { ask } from './support/api.js';
import { built } from './support/built.js';
import { DEMO_CHECKS } from './support/demo-checks.js';
import { load, loadPart, type Run, startLoad } from './support/demo-load.js';
import { type RunningProcess, startServer } from './support/server-process.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

type CommunityMap = import('../src/modules/area/dto/community.dto.js').CommunityMapDto;

let database: TestDatabase;
let server: RunningProcess;
let firstRun: Run;

async function count(from: string, of = database): Promise<number> {
  const [row] = await of.query<{ n: number }>(`select count(*) as n from ${from}`);
  return Number(row?.n);
}

const get = async (path: string, token?: string) => {
  const answer = await ask(server.url, 'GET', path, { token });
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

async function signInAs(key: string): Promise<string> {
  const answer = await ask(server.url, 'POST', '/api/auth/demo', { body: { key } });
  assert.equal(answer.status, 200, `${key}: ${JSON.stringify(answer.body)}`);
  return answer.body.accessToken;
}

before(async () => {
  database = await createTestDatabase();
  firstRun = await load(database.url);
  server = await startServer(database.url);
});

after(async () => {
  await server?.stop();
  await database?.drop();
});

describe('the demo’s places', () => {
  it('are a community of three grids and some 300 homes, and a second community', async () => {
    assert.equal(firstRun.code, 0, firstRun.said);
    const { items } = await get('/api/communities');
    assert.deepEqual(
      items.map((item: { name: string; subdistrictName: string }) => `${item.subdistrictName} ${item.name}`),
      ['澄湖街道 安澜社区', '澄湖街道 临河社区'],
    );
    const map = await get(`/api/communities/${items[0].id}/map`);
    assert.equal(map.grids.length, 3);
    assert.ok(map.grids.every((grid: { code: string }) => /^\d{15}$/.test(grid.code)));
    assert.equal(map.buildings.length, 16);
    const homes = await count('home');
    assert.ok(homes >= 290 && homes <= 330, `${homes} homes`);
  });

  it('all lie in the grid that their row says', async () => {
    for (const { id } of (await get('/api/communities')).items) {
      const { buildings }: CommunityMap = await get(`/api/communities/${id}/map`);
      for (const { name, gridId, location } of buildings) {
        const found = await get(`/api/locate?lng=${location.lng}&lat=${location.lat}&system=gcj02`);
        assert.equal(found.grid?.id, gridId, name);
        assert.equal(found.nearestBuilding.distanceMetres, 0);
      }
    }
    const places = await database.query<{ code: string }>('select code from place where revoked_at is null');
    assert.ok(places.length >= 20);
    for (const { code } of places) {
      const place = await get(`/api/places/${code}`);
      const { lng, lat } = place.location;
      assert.deepEqual(
        (await get(`/api/locate?lng=${lng}&lat=${lat}&system=gcj02`)).grid,
        place.grid,
        place.label,
      );
    }
  });
});

describe('a demo', () => {
  for (const [title, check] of DEMO_CHECKS)
    it(`is true to itself: ${title}`, async () => {
      await check(database);
    });
});

describe('the demo’s people', () => {
  it('are there by role, with a sample place, and anyone may be each of them', async () => {
    const { items, samplePlaceCode } = await get('/api/auth/demo-people');
    assert.equal(samplePlaceCode, 'AN3H2DY7');
    assert.equal((await get(`/api/places/${samplePlaceCode}`)).label, '安澜里 3 号楼');
    const names = items.map((item: { name: string }) => item.name);
    for (const name of [
      '演示居民一',
      '演示居民六',
      '演示网格员三',
      '演示社工一',
      '演示书记一',
      '演示街道干部一',
      '演示平台管理员一',
      '演示楼长一',
      '演示人事管理员一',
      '演示审计员一',
    ]) {
      assert.ok(names.includes(name), name);
    }
    assert.equal(names[0], '演示居民一');
    for (const { key, name } of items) {
      assert.equal((await get('/api/me', await signInAs(key))).name, name);
    }
  });

  it('sign in to the console with the password that the load says', async () => {
    const [, password] = /console password of .*: (\S+)/.exec(firstRun.said) ?? [];
    const { items } = await get('/api/auth/demo-people');
    const accounts = items.flatMap(({ account }: { account: string | null }) => account ?? []);
    assert.ok(accounts.length >= 6);
    for (const account of accounts) {
      const answer = await ask(server.url, 'POST', '/api/auth/password', { body: { account, password } });
      assert.equal(answer.status, 200, account);
    }
  });
});

describe('the demo’s month', () => {
  it('is believable: most in time, some late, and something at every stage now', async () => {
    for (const kind of ['response', 'solve']) {
      const all = await count(`clock where kind = '${kind}' and stopped_at is not null`);
      const late = await count(`clock where kind = '${kind}' and stopped_at > due_at`);
      assert.ok(late >= 3 && late < all * 0.25, `${kind}: ${late} of ${all} late`);
    }
    const states = await database.query<{ state: string }>(
      'select distinct state from incident order by state',
    );
    assert.deepEqual(
      states.map(({ state }) => state),
      ['accepted', 'closed', 'handling', 'reported', 'resolved'],
    );
    assert.equal(await count('incident where grid_id is null'), 1);
    assert.ok((await count('photo where claimed_by_id is not null')) >= 40);
    assert.equal(await count('photo where claimed_by_id is null'), 0);
    assert.ok((await count('incident where rating is not null')) >= 80);
  });

  it('has work for the grid worker, a queue for the community worker, and one thing to confirm for 演示居民一', async () => {
    const workbench = await get('/api/incidents/workbench', await signInAs('grid-worker-1'));
    assert.ok(workbench.counts.open >= 3 && workbench.counts.overdue >= 1, JSON.stringify(workbench.counts));
    const worker = await signInAs('community-worker-1');
    const queue = await get('/api/incidents?tab=open', worker);
    assert.ok(queue.total >= 7, `${queue.total} open`);
    assert.equal((await get('/api/incidents?gridId=none', worker)).total, 1);
    const mine = await get('/api/incidents/mine?limit=50', await signInAs('resident-1'));
    const awaiting = mine.items.filter((item: { awaitingMe: boolean }) => item.awaitingMe);
    assert.deepEqual(
      awaiting.map((item: { title: string }) => item.title),
      ['井盖响，夜里吵'],
    );
    const { coverUrl } = awaiting[0];
    const photo = await fetch(new URL(coverUrl, server.url));
    assert.equal(photo.status, 200);
    assert.equal(photo.headers.get('content-type'), 'image/jpeg');
  });
});

describe('the demo at its true size', () => {
  it('is three communities; one has nine estates, 22 grids that tile it and 6,880 homes of some 21,000 people', async () => {
    const { fullCommunities } =
      await built<typeof import('../src/demo/full/full-map.js')>('demo/full/full-map.js');
    const { planHomes } =
      await built<typeof import('../src/demo/full/plan-homes.js')>('demo/full/plan-homes.js');
    const { Phones } = await built<typeof import('../src/demo/full/names.js')>('demo/full/names.js');
    const { Random } = await built<typeof import('../src/demo/random.js')>('demo/random.js');
    const communities = fullCommunities();
    assert.equal(communities.length, 3);
    const [anlan] = communities;
    assert.ok(anlan);
    assert.deepEqual([anlan.estates.length, anlan.grids.length], [9, 22]);
    const homes = planHomes(new Random(6880), new Phones(), anlan);
    const people = homes.flatMap(({ residents }) => residents);
    assert.equal(homes.length, 6_880);
    assert.ok(Math.abs(people.length - 21_000) < 600, `${people.length} people`);
    const doors = new Set(homes.map(({ building, entrance, room }) => `${building} ${entrance} ${room}`));
    assert.equal(doors.size, homes.length);
  });

  it('is true to itself in a part of it: all its grids, some of its houses, three weeks', async () => {
    const other = await createTestDatabase();
    try {
      const { code, said } = await loadPart(other.url);
      assert.equal(code, 0, said);
      for (const [, check] of DEMO_CHECKS) await check(other);
      assert.ok((await count("household_member where state = 'confirmed'", other)) > 2_000);
      assert.equal(await count("appointment where role = 'grid_worker'", other), 36);
      assert.ok((await count('incident', other)) > 150);
      assert.ok((await count("task where state = 'done'", other)) > 2);
      const chosen = "person_login where kind = 'password' and secret_set_at is not null";
      assert.ok((await count(`${chosen} and change_due = 1 and one_time_until > now()`, other)) > 0);
      const [login] = await other.query<{ secretHash: string }>(
        `select secret_hash as secretHash from ${chosen} and change_due = 0 limit 1`,
      );
      assert.ok(
        await passwordMatches(login?.secretHash ?? '', DEMO_PASSWORD),
        'whoever has come has the demo’s password',
      );
      assert.match(said, /^demo: 100% /m);
    } finally {
      await other.drop();
    }
  });
});

describe('loading the demo', () => {
  it('a second time does nothing', async () => {
    const tables = ['person', 'incident', 'incident_action', 'photo', 'place', 'home', 'area', 'clock'];
    const before = await Promise.all(tables.map((table) => count(table)));
    const again = await load(database.url);
    assert.equal(again.code, 0, again.said);
    assert.match(again.said, /already loaded/);
    assert.deepEqual(await Promise.all(tables.map((table) => count(table))), before);
  });

  it('after it was broken off begins again and leaves nothing double', async () => {
    const other = await createTestDatabase();
    try {
      const { child, done } = startLoad(other.url);
      child.stdout?.on('data', (chunk: Buffer) => {
        if (chunk.includes('事件')) child.kill('SIGKILL');
      });
      assert.equal((await done).code, null, 'killed in the middle');
      assert.ok((await count('incident', other)) > 0);
      const again = await load(other.url);
      assert.equal(again.code, 0, again.said);
      assert.match(again.said, /broken off/);
      for (const table of ['person', 'appointment', 'area', 'place', 'home']) {
        assert.equal(await count(table, other), await count(table), table);
      }
      assert.equal(await count('incident where grid_id is null', other), 1);
    } finally {
      await other.drop();
    }
  });

  it('is refused where people are already, where nobody asked for a demo, and in production', async () => {
    const other = await createTestDatabase();
    try {
      const withoutDemo = await load(other.url, { LINLI_DEMO: '' });
      assert.equal(withoutDemo.code, 1);
      assert.match(withoutDemo.said, /LINLI_DEMO=1/);
      assert.equal((await load(other.url, { NODE_ENV: 'production' })).code, 1);
      await other.query(
        `insert into person (id, name, created_at) values ('01900000-0000-7000-8000-000000000001', '一位居民', now(3))`,
      );
      const occupied = await load(other.url);
      assert.equal(occupied.code, 1);
      assert.match(occupied.said, /already has people/);
      assert.equal(await count('person', other), 1);
      assert.equal(await count('area', other), 0);
    } finally {
      await other.drop();
    }
  });
});
