import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Answer, ask, assertProblem, eventually } from './support/api.js';
import { newId } from './support/new-id.js';
import { type RunningProcess, startServer } from './support/server-process.js';
import { type DatabaseWire, layWire } from './support/tcp-proxy.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { buildTown, type Town } from './support/town.js';

let database: TestDatabase;
let town: Town;
let wire: DatabaseWire;
let server: RunningProcess;
let token: string;

before(async () => {
  database = await createTestDatabase();
  [town, wire] = await Promise.all([buildTown(database.url), layWire()]);
  await town.addPerson('reporter');
  server = await startServer(wire.through(database.url), { LINLI_LOG_LEVEL: 'silent' });
  token = (await ask(server.url, 'POST', '/api/auth/demo', { body: { key: 'reporter' } })).body.accessToken;
});
afterEach(() => backAgain());
after(async () => {
  await wire?.cut();
  await Promise.all([server?.stop(), town?.close()]);
  await database?.drop();
});

const get = (path: string) => ask(server.url, 'GET', path, { token });
const post = (path: string, body: unknown) => ask(server.url, 'POST', path, { token, body });
const report = () => ({
  id: newId(),
  categoryCode: 'lighting',
  description: '楼道的灯不亮了',
  buildingId: town.near.buildingId,
  photoIds: [],
});
const stored = (id: string) => database.query('select id from incident where id = ?', [id]);

async function backAgain(): Promise<void> {
  await wire.restore();
  await eventually('being ready again', async () => (await get('/api/ready')).status === 200);
}

function assertUnavailable(answer: Answer): void {
  assertProblem(answer, 503, 'database/unavailable');
  assert.equal(answer.headers.get('retry-after'), '5');
  assert.equal(answer.body.retryAfterSeconds, 5);
}

/** Holds the counter of incident numbers, so that a report stops in the middle of its transaction. */
async function holdingTheNumbers<T>(work: () => Promise<T>): Promise<T> {
  await database.query('start transaction');
  await database.query('select * from incident_number for update');
  try {
    return await work();
  } finally {
    await database.query('rollback');
  }
}

describe('the database gone in the middle', () => {
  it('is said as 503 with Retry-After on every kind of route, while the process lives on', async () => {
    assert.equal((await get('/api/ready')).status, 200);
    await wire.cut();
    assertUnavailable(await get('/api/ready'));
    assert.equal((await get('/api/health')).status, 200);
    assertUnavailable(await get('/api/me'));
    assertUnavailable(await get('/api/incidents/mine'));
    assertUnavailable(await ask(server.url, 'GET', `/api/places/${town.near.placeCode}`));
    assertUnavailable(await post('/api/incidents', report()));
    assertUnavailable(await ask(server.url, 'POST', '/api/auth/demo', { body: { key: 'reporter' } }));
  });

  it('recovers by itself, several times over, with the session still good', async () => {
    for (let round = 0; round < 3; round++) {
      await wire.cut();
      assertUnavailable(await get('/api/me'));
      await backAgain();
      assert.equal((await get('/api/me')).status, 200);
    }
  });

  it('leaves nothing half done, and the same report sent again is one report', async () => {
    assert.equal((await post('/api/incidents', report())).status, 201);
    const body = report();
    await holdingTheNumbers(async () => {
      const answer = post('/api/incidents', body);
      await eventually('the report waiting in its transaction', () => database.someoneWaits(), {
        everyMs: 250,
      });
      await wire.cut();
      assertUnavailable(await answer);
    });
    assert.deepEqual(await stored(body.id), []);
    await backAgain();
    assert.equal((await post('/api/incidents', body)).status, 201);
    assert.equal((await post('/api/incidents', body)).status, 200);
    assert.equal((await stored(body.id)).length, 1);
    const actions = await database.query('select id from incident_action where incident_id = ?', [body.id]);
    assert.equal(actions.length, 1);
  });

  it('is said within seconds even when the network swallows everything', async () => {
    wire.swallow();
    const started = Date.now();
    assertUnavailable(await get('/api/ready'));
    assert.ok(Date.now() - started < 15_000);
    await backAgain();
    assert.equal((await get('/api/me')).status, 200);
  });

  it('at the very start: the server starts, says so, and serves when the database comes', async () => {
    await wire.cut();
    const early = await startServer(wire.through(database.url), { LINLI_LOG_LEVEL: 'silent' });
    try {
      assertUnavailable(await ask(early.url, 'GET', '/api/ready'));
      await wire.restore();
      await eventually('being ready', async () => (await ask(early.url, 'GET', '/api/ready')).status === 200);
      assert.equal((await ask(early.url, 'GET', '/api/me', { token })).status, 200);
    } finally {
      await early.stop();
    }
  });
});

describe('a server told to stop', () => {
  it('ends by itself', async () => {
    const other = await startServer(database.url);
    assert.equal((await ask(other.url, 'GET', '/api/ready')).status, 200);
    await other.stop();
    await assert.rejects(ask(other.url, 'GET', '/api/health'));
  });
});
