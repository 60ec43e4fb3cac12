import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, assertProblem, eventually } from './support/api.js';
import {
  type EffectsProcess,
  prepareWitnesses,
  reckon,
  startEffectsProcess,
} from './support/effects-processes.js';
import { newId } from './support/new-id.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { buildTown, type Town } from './support/town.js';

let database: TestDatabase;
let town: Town;
let server: EffectsProcess;
let token: string;

before(async () => {
  database = await createTestDatabase();
  await prepareWitnesses(database);
  town = await buildTown(database.url);
  await town.addPerson('admin', [{ role: 'platform_admin' }]);
  server = await startEffectsProcess(database.url, { LINLI_LOG_LEVEL: 'silent' });
  token = (await ask(server.url, 'POST', '/api/auth/demo', { body: { key: 'admin' } })).body.accessToken;
});
after(async () => {
  await Promise.all([server?.kill(), town?.close()]);
  await database?.drop();
});

const get = (path: string) => ask(server.url, 'GET', path, { token });
const retry = (id: string) => ask(server.url, 'POST', `/api/effects/dead/${id}/retry`, { token });

/** Spends the waits between the tries at once, until there is nothing left to wait for. */
const untilNothingWaits = () =>
  eventually('no event waiting', async () => {
    await database.query(
      "update outbox_event set available_at = utc_timestamp(3) where state = 'pending' and owner is null",
    );
    return (await database.query("select 1 from outbox_event where state = 'pending'")).length === 0;
  });

describe('an effect that keeps failing', () => {
  const subjectId = newId();
  const other = newId();

  it('is given up after eight tries, told without anybody’s words, and lets what came later go on', async () => {
    await database.query('insert into gate (id) values (2)');
    await server.append([
      { type: 'test.failing', subjectId },
      { type: 'test.plain', subjectId },
      { type: 'test.failing', subjectId: other },
    ]);
    await untilNothingWaits();
    const states = await database.query<{ state: string; attempts: number }>(
      'select state, attempts from outbox_event where subject_id = ? order by subject_seq',
      [subjectId],
    );
    assert.deepEqual(states, [
      { state: 'dead', attempts: 8 },
      { state: 'done', attempts: 1 },
    ]);
    // The other effect of the dead event took place, once; the failing one left nothing behind.
    const { effects, duplicates } = await reckon(database);
    assert.deepEqual({ effects, duplicates }, { effects: 4, duplicates: 0 });
  });

  it('stands in a list, the latest first, page by page', async () => {
    const first = await get('/api/effects/dead?limit=1');
    assert.equal(first.status, 200, JSON.stringify(first.body));
    const second = await get(`/api/effects/dead?limit=1&cursor=${first.body.nextCursor}`);
    assert.equal(second.body.nextCursor, null);
    const items = [...first.body.items, ...second.body.items];
    assert.deepEqual(new Set(items.map((item) => item.subjectId)), new Set([subjectId, other]));
    for (const item of items) {
      assert.equal(item.type, 'test.failing');
      assert.equal(item.attempts, 8);
      assert.match(item.error, /^fails · Error/);
      assert.ok(!JSON.stringify(item).includes('13800000000'));
      assert.ok(Date.parse(item.diedAt) >= Date.parse(item.at));
    }
    assert.ok(Date.parse(items[0].diedAt) >= Date.parse(items[1].diedAt));
    assertProblem(await get('/api/effects/dead?limit=51'), 400, 'request/invalid');
    assertProblem(await get('/api/effects/dead?cursor=x'), 400, 'request/cursor-invalid');
  });

  it('is done once when a person asks for it again, however often they ask', async () => {
    await database.query('delete from gate where id = 2');
    const { items } = (await get('/api/effects/dead')).body;
    const { id } = items.find((item: { subjectId: string }) => item.subjectId === subjectId);
    const answers = await Promise.all([retry(id), retry(id), retry(id)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [204, 204, 204],
    );
    await untilNothingWaits();
    assert.equal((await retry(id)).status, 204);
    await untilNothingWaits();
    const times = await database.query('select 1 from witness where event_id = ? and effect = ?', [
      id,
      'fails',
    ]);
    assert.equal(times.length, 1);
    assert.equal((await get('/api/effects/dead')).body.items.length, 1);
  });

  it('and takes its process along each time is given up without another try', async () => {
    const poison = newId();
    await database.query(
      `insert into outbox_event (id, type, subject_type, subject_id, subject_seq, at, data, recorded_at,
         available_at, attempts)
       values (?, 'test.plain', 'test', ?, 1, utc_timestamp(3), '{}', utc_timestamp(3), utc_timestamp(3), 8)`,
      [newId(), poison],
    );
    await untilNothingWaits();
    const [item] = (await get('/api/effects/dead')).body.items;
    assert.equal(item.subjectId, poison);
    assert.match(item.error, /ended in the middle/);
    assert.equal((await database.query('select 1 from witness where subject_id = ?', [poison])).length, 0);
  });

  it('nobody has is told so', async () => {
    assertProblem(await retry(newId()), 404, 'effects/not-found');
    assertProblem(await retry('x'), 404, 'effects/not-found');
  });
});

describe('events done long ago', () => {
  it('are taken away with what was noted of them; younger, waiting and dead ones stay', async () => {
    await database.query('insert into gate (id) values (2)');
    const [old, young, dead] = [newId(), newId(), newId()];
    await server.append([
      { type: 'test.plain', subjectId: old },
      { type: 'test.plain', subjectId: young },
      { type: 'test.failing', subjectId: dead },
    ]);
    await untilNothingWaits();
    await database.query(
      'update outbox_event set done_at = done_at - interval 31 day where subject_id in (?)',
      [[old, dead]],
    );
    const fresh = await startEffectsProcess(database.url);
    try {
      await eventually('the old one gone', async () => {
        const left = await database.query('select 1 from outbox_event where subject_id = ?', [old]);
        return left.length === 0;
      });
    } finally {
      await fresh.kill();
    }
    const left = await database.query<{ subject_id: string }>(
      'select subject_id from outbox_event where subject_id in (?)',
      [[old, young, dead]],
    );
    assert.deepEqual(new Set(left.map((row) => row.subject_id)), new Set([young, dead]));
    const orphans = await database.query(
      'select 1 from effect_run where event_id not in (select id from outbox_event)',
    );
    assert.equal(orphans.length, 0);
  });
});
