import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it, type TestContext } from 'node:test';
import { eventually } from './support/api.js';
import {
  type EffectsProcess,
  type NewEvent,
  prepareWitnesses,
  type Reckoning,
  reckon,
  startEffectsProcess,
} from './support/effects-processes.js';
import { newId } from './support/new-id.js';
import { settleResidents } from './support/residents.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

let database: TestDatabase;
let gate: TestDatabase;
const running = new Set<EffectsProcess>();

before(async () => {
  database = await createTestDatabase();
  await prepareWitnesses(database);
  gate = await database.another();
});
beforeEach(async () => {
  for (const table of ['outbox_event', 'effect_run', 'witness']) await database.query(`delete from ${table}`);
});
afterEach(async () => {
  await gate.query('rollback');
  await Promise.all([...running].map((one) => one.kill()));
  running.clear();
});
after(async () => {
  await gate?.drop();
  await database?.drop();
});

async function start(t: TestContext, extra: NodeJS.ProcessEnv = {}): Promise<EffectsProcess> {
  const one = await startEffectsProcess(database.url, extra);
  running.add(one);
  t.diagnostic(`started process ${one.pid}`);
  return one;
}

async function kill(t: TestContext, one: EffectsProcess): Promise<void> {
  await one.kill();
  running.delete(one);
  t.diagnostic(`killed process ${one.pid}`);
}

/** Several events for each of several subjects, taking turns. */
function eventsOf(type: string, subjects: number, each: number): NewEvent[] {
  const ids = Array.from({ length: subjects }, () => newId());
  return Array.from({ length: subjects * each }, (_, index) => ({
    type,
    subjectId: ids[index % subjects] as string,
  }));
}

const closeTheGate = async () => {
  await gate.query('start transaction');
  await gate.query('select id from gate where id = 1 for update');
};
const openTheGate = () => gate.query('rollback');

/** Until an effect stands at the closed gate, its transaction open. */
const someoneAtTheGate = () =>
  eventually('an effect waiting at the gate', () => database.someoneWaits(), { everyMs: 150 });

const allDone = async (events: number): Promise<Reckoning> => {
  await eventually('all events done', async () => {
    const [row] = await database.query<{ done: number }>(
      "select count(*) as done from outbox_event where state = 'done'",
    );
    return Number(row?.done) === events;
  });
  return reckon(database);
};

const FLAWLESS = { lost: 0, duplicates: 0, outOfOrder: 0, unfinished: 0 };

describe('a process killed outright', () => {
  it('between commit and effect: the next one does what is owed, and nothing that was rolled back', async (t) => {
    const first = await start(t, { LINLI_DISPATCH_MS: '0' });
    await first.append(eventsOf('test.plain', 4, 5));
    await assert.rejects(first.append(eventsOf('test.plain', 1, 3), true), /undone/);
    await kill(t, first);
    assert.equal((await reckon(database)).effects, 0);
    await start(t);
    assert.deepEqual(await allDone(20), { events: 20, effects: 40, ...FLAWLESS });
  });

  it('in the middle of an effect: it takes place once, as do those before and after it', async (t) => {
    const first = await start(t);
    await closeTheGate();
    const [gated, ...later] = eventsOf('test.plain', 1, 4) as [NewEvent, ...NewEvent[]];
    await first.append([{ ...gated, type: 'test.gated' }, ...later]);
    await someoneAtTheGate();
    await kill(t, first);
    assert.deepEqual(
      await database.query('select effect from witness'),
      [{ effect: 'counts' }],
      'the finished effect stays, the open one is not seen',
    );
    await openTheGate();
    await start(t);
    assert.deepEqual(await allDone(4), { events: 4, effects: 8, ...FLAWLESS });
  });

  it('while it tells a whole community of a notice: another goes on, nobody is told twice, and a withdrawal ends it', async (t) => {
    const [communityId, person] = [newId(), newId()];
    await settleResidents(
      database,
      { communityId, gridId: newId(), buildingId: newId() },
      Array(3_000).fill({}),
    );
    const publish = async (by: EffectsProcess) => {
      const noticeId = newId();
      await database.query(
        `insert into notice (id, community_id, reach, where_label, kind, title, body, over_at, state, written_by_id,
           written_by_name, written_at, published_at, request_hash)
         values (?, ?, 'community', '全社区', 'water', '停水', '接水', now(3) + interval 1 day, 'published', ?, '某某',
           now(3), now(3), '')`,
        [noticeId, communityId, person],
      );
      await by.append([
        { type: 'notice.published', subjectType: 'notice', subjectId: noticeId, communityId },
      ]);
      return noticeId;
    };
    const told = async (noticeId: string) => {
      const [row] = await database.query<{ told: number; ended: Date | null }>(
        'select told, ended_at as ended from notice_telling where notice_id = ?',
        [noticeId],
      );
      return row ?? { told: 0, ended: null };
    };
    const inTheMiddle = async (noticeId: string) => {
      await eventually('some to be told', async () => (await told(noticeId)).told > 0, { everyMs: 5 });
      await gate.query('start transaction');
      await gate.query('select id from notice where id = ? for update', [noticeId]);
    };
    const first = await start(t);
    const one = await publish(first);
    await inTheMiddle(one);
    await someoneAtTheGate();
    await kill(t, first);
    await gate.query('rollback');
    const before = (await told(one)).told;
    assert.ok(before < 3_000, 'it died in the middle');
    const second = await start(t);
    await eventually('everybody to be told', async () => (await told(one)).ended !== null);
    t.diagnostic(`${before} had been told when it died`);
    const [inboxes] = await database.query<{ messages: number; people: number }>(
      `select count(*) as messages, count(distinct person_id) as people from inbox_message
        where kind = 'notice_here'`,
    );
    assert.deepEqual(
      { ...inboxes, told: (await told(one)).told },
      { messages: 3_000, people: 3_000, told: 3_000 },
    );

    const other = await publish(second);
    await inTheMiddle(other);
    await gate.query("update notice set state = 'withdrawn' where id = ?", [other]);
    await gate.query('commit');
    await eventually('it to end', async () => (await told(other)).ended !== null);
    assert.ok((await told(other)).told < 3_000, 'nobody is told of what is withdrawn');
  });

  it('again and again while three run: every effect once, in order for each subject', async (t) => {
    const processes = await Promise.all([start(t), start(t), start(t)]);
    const events = eventsOf('test.first', 8, 4);
    const appended = Promise.allSettled(
      events.map((event, index) => (processes[index % 3] as EffectsProcess).append([event])),
    );
    await eventually('some effects', async () => (await reckon(database)).effects > 4, { everyMs: 10 });
    await kill(t, processes[0] as EffectsProcess);
    await eventually('more effects', async () => (await reckon(database)).effects > 20, { everyMs: 10 });
    await kill(t, processes[1] as EffectsProcess);
    await appended;
    await start(t);
    const [row] = await database.query<{ first: number }>(
      "select count(*) as first from outbox_event where type = 'test.first'",
    );
    const first = Number(row?.first);
    const reckoning = await allDone(first * 2);
    t.diagnostic(`${first} of ${events.length} events were committed before their process was killed`);
    assert.deepEqual(reckoning, { events: first * 2, effects: first * 3, ...FLAWLESS });
  });
});

describe('a process that was only frozen', () => {
  it('finds its effect done or its event taken: nothing happens twice', async (t) => {
    const first = await start(t);
    await closeTheGate();
    await first.append(eventsOf('test.gated', 1, 1));
    await someoneAtTheGate();
    first.freeze();
    const second = await start(t);
    await eventually('the other taking over', async () => {
      const [row] = await database.query<{ owner: string | null }>('select owner from outbox_event');
      return row?.owner?.startsWith(`${second.pid}-`) === true;
    });
    await openTheGate();
    first.thaw();
    assert.deepEqual(await allDone(1), { events: 1, effects: 2, ...FLAWLESS });
  });

  it('told to stop, finishes what it has and leaves the rest to others', async (t) => {
    const first = await start(t);
    await closeTheGate();
    const subjectId = newId();
    await first.append([
      { type: 'test.gated', subjectId },
      { type: 'test.plain', subjectId },
    ]);
    await someoneAtTheGate();
    const stopped = first.stop();
    await openTheGate();
    await stopped;
    running.delete(first);
    const states = await database.query<{ state: string }>(
      'select state from outbox_event order by subject_seq',
    );
    assert.deepEqual(
      states.map(({ state }) => state),
      ['done', 'pending'],
    );
    await start(t);
    assert.deepEqual(await allDone(2), { events: 2, effects: 4, ...FLAWLESS });
  });
});

describe('what happens at once', () => {
  it('is told to the dispatcher at the commit; nobody waits for its next look', async (t) => {
    const first = await start(t, { LINLI_DISPATCH_MS: '3600000' });
    await first.append(eventsOf('test.first', 3, 2));
    assert.deepEqual(await allDone(12), { events: 12, effects: 18, ...FLAWLESS });
  });

  it('to one subject in many processes gets one number after another', async (t) => {
    const processes = await Promise.all([start(t), start(t)]);
    const events = eventsOf('test.plain', 1, 40);
    await Promise.all(events.map((event, index) => (processes[index % 2] as EffectsProcess).append([event])));
    assert.deepEqual(await allDone(40), { events: 40, effects: 80, ...FLAWLESS });
    const [row] = await database.query<{ last: number }>('select max(subject_seq) as last from outbox_event');
    assert.equal(row?.last, 40);
  });
});
