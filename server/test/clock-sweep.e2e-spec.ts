import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from './support/api.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { type RunningProcess, startServer } from './support/server-process.js';

const INCIDENTS = 45;
/** Of a response that nobody gave: community worker, secretary, subdistrict. */
const STEPS = 3;

let here: Neighbourhood;
const sweepers: RunningProcess[] = [];
before(async () => {
  here = await moveIn();
});
after(async () => {
  for (const sweeper of sweepers) await sweeper.stop();
  await here?.close();
});

const count = async (sql: string, parameters: unknown[] = []) =>
  Number((await here.database.query<{ n: number }>(`select count(*) as n from ${sql}`, parameters))[0]?.n);
const nothingIsDue = () =>
  eventually(
    'a sweep of everything',
    async () => (await count('clock where next_sweep_at <= utc_timestamp(3)')) === 0,
  );
const actionsOf = async (id: string) =>
  (
    await here.database.query<{ action: string }>(
      'select action from incident_action where incident_id = ? order by seq',
      [id],
    )
  ).map(({ action }) => action);

/** Every moment of every incident at once, the sweep's own last: nothing is due before all the rest says so. */
async function ageAll(minutes: number): Promise<void> {
  const back = (...columns: string[]) =>
    columns.map((column) => `${column} = ${column} - interval ${minutes} minute`).join(', ');
  await here.database.query(`update incident_action set ${back('at')}`);
  await here.database.query(`update incident set ${back('reported_at', 'next_due_at', 'next_warn_at')}`);
  await here.database.query(`update clock set ${back('started_at', 'due_at', 'warn_at', 'next_sweep_at')}`);
}

describe('the sweep', () => {
  it('escalates every overdue incident exactly once, by three processes of which one is killed in the middle', async (t) => {
    for (let made = 0; made < INCIDENTS; made++) await here.report();
    const started = await Promise.all(
      [1, 2, 3].map(() => startServer(here.database.url, { LINLI_SWEEP_MS: '150' })),
    );
    sweepers.push(...started);
    const [victim] = started;
    assert.ok(victim);
    const escalations = () => count("incident_action where action = 'escalate'");
    assert.equal(await escalations(), 0);

    await ageAll(400);
    await eventually('the first escalation', async () => (await escalations()) > 0, { everyMs: 10 });
    await victim.kill();
    const doneThen = await escalations();
    const [first, ...others] = started.map(({ pid }) => pid);
    t.diagnostic(
      `swept by processes ${[first, ...others].join(', ')}; ${first} killed with ${doneThen} of ${INCIDENTS * STEPS} done`,
    );
    assert.ok(doneThen < INCIDENTS * STEPS, 'it was killed in the middle');

    await eventually('all escalations', async () => (await escalations()) >= INCIDENTS * STEPS, {
      deadlineMs: 60_000,
    });
    await nothingIsDue();
    const entries = await here.database.query<{ incident_id: string; data: string; actor: string | null }>(
      "select incident_id, data, actor_person_id as actor from incident_action where action = 'escalate' order by incident_id, seq",
    );
    assert.equal(entries.length, INCIDENTS * STEPS);
    const said = new Set(
      entries.map(({ incident_id, data, actor }) => {
        const { step, toRole, clockKind, clockRound } = JSON.parse(data);
        assert.equal(actor, null);
        return [incident_id, clockKind, clockRound, step, toRole].join(' ');
      }),
    );
    assert.equal(said.size, INCIDENTS * STEPS, 'a step was taken twice');
    assert.equal(await count("outbox_event where type = 'incident.escalate'"), INCIDENTS * STEPS);
    assert.equal(await count('incident where escalation_step = 3'), INCIDENTS);
    assert.equal(await count("clock where kind = 'response' and breached = 1"), INCIDENTS);
    // Who is late already hears that it is late, not that it soon will be.
    assert.equal(await count("outbox_event where type = 'incident.due_soon'"), 0);
  });

  it('tells once that a clock is due soon', async () => {
    const id = await here.reach('dispatch');
    await here.age(id, 25);
    await eventually(
      'the warning',
      async () => (await count('clock where subject_id = ? and warned_at is not null', [id])) === 1,
    );
    await here.age(id, 1);
    await nothingIsDue();
    assert.equal(await count("outbox_event where type = 'incident.due_soon' and subject_id = ?", [id]), 1);
    assert.ok(!(await actionsOf(id)).includes('escalate'));
  });

  it('leaves a clock alone while a hold is asked for or lasts, and lets the request lapse', async () => {
    const id = await here.reach('dispatch');
    await here.act('worker', id, 'request-hold', { reason: '等灯具到货' });
    await here.age(id, 100);
    await nothingIsDue();
    assert.equal((await actionsOf(id)).at(-1), 'request_hold');
    assert.equal(await count('clock where subject_id = ? and breached = 1', [id]), 0);
    await here.age(id, 25);
    await eventually('the lapse', async () => (await actionsOf(id)).includes('lapse_hold'));
    await nothingIsDue();
    // As if nobody had asked: late since long before, so passed on at once.
    assert.deepEqual((await actionsOf(id)).slice(5), ['lapse_hold', 'escalate', 'escalate']);
    const { body } = await here.as('communityWorker', 'GET', `/api/incidents/${id}`);
    assert.match(body.timeline.at(-1).label, /^(回应|解决)超时，报给/, 'which limit it was is said');
    assert.equal(await count("clock where subject_id = ? and kind = 'solve' and breached = 1", [id]), 1);
    assert.equal(await count('incident where id = ? and hold_requested_at is null', [id]), 1);

    const held = await here.reach('dispatch');
    await here.act('worker', held, 'request-hold', { reason: '等灯具到货' });
    await here.act('communityWorker', held, 'approve-hold');
    await here.age(held, 900);
    await nothingIsDue();
    assert.equal((await actionsOf(held)).at(-1), 'approve_hold');
  });

  it('closes in silence what nobody confirmed for seven days', async () => {
    const id = await here.reach('resolve');
    await here.age(id, 7 * 1_440 - 60);
    await nothingIsDue();
    assert.equal((await actionsOf(id)).at(-1), 'resolve');
    await here.age(id, 61);
    await eventually('the closing', async () => (await actionsOf(id)).at(-1) === 'close_silently');
    const closed = await here.as('reporter', 'GET', `/api/incidents/${id}`);
    assert.equal(closed.body.state, 'closed');
    assert.equal(closed.body.rating, null);
    assert.equal(
      closed.body.clocks.find((clock: { kind: string }) => clock.kind === 'confirm').breached,
      false,
    );
  });
});
