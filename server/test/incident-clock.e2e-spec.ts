import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, assertProblem } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { type ReplayedAction, replay } from './support/replay.js';

/** The policy that comes with the system. */
const SYSTEM_POLICY = '01900000-0000-7000-8000-000000000001';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const clocksIn = (id: string) =>
  here.database.query<{ kind: string; due_at: Date; stopped_at: Date | null; breached: number }>(
    'select kind, due_at, stopped_at, breached from clock where subject_id = ? order by kind',
    [id],
  );

describe('a limit that was passed', () => {
  it('stays passed when somebody accepts late', async () => {
    const id = await here.report();
    await here.age(id, 6);
    assert.equal((await here.act('worker', id, 'accept')).status, 200);
    const [response] = await clocksIn(id);
    assert.equal(response?.breached, 1);
    await here.act('worker', id, 'judge', { difficulty: 'complex' });
    assert.equal((await clocksIn(id)).find((clock) => clock.kind === 'response')?.breached, 1);
  });

  it('is passed at once when judged after it', async () => {
    const id = await here.reach('accept');
    await here.age(id, 31);
    const judged = await here.act('worker', id, 'judge', { difficulty: 'simple' });
    assert.ok(judged.body.clock.dueAt < judged.body.serverNow);
    assert.equal((await clocksIn(id)).find((clock) => clock.kind === 'solve')?.breached, 1);
  });

  it('stays passed though the rows are made anew from the timeline', async () => {
    const id = await here.reach('dispatch');
    await here.database.query("update clock set breached = 1 where subject_id = ? and kind = 'solve'", [id]);
    await here.act('worker', id, 'resolve', { note: '好了', photoIds: [] });
    assert.equal((await clocksIn(id)).find((clock) => clock.kind === 'solve')?.breached, 1);
  });
});

describe('the version of the limits', () => {
  it("is the one in force when the report came in, the community's own before everybody's", async () => {
    const before = await here.report();
    const insert = `insert into clock_policy
      (id, area_id, version, in_force_from, response_minutes, simple_minutes, complex_minutes, escalation_minutes)
      values ('01900000-0000-7000-8000-00000000000a', ?, 1, utc_timestamp(3), 15, 60, 480, '[0]')`;
    await here.database.query(insert, [here.town.near.id]);
    try {
      const after = await here.report();
      const limit = async (id: string) =>
        (await here.as('reporter', 'GET', `/api/incidents/${id}`)).body.clock.limitMinutes;
      assert.equal(await limit(before), 5);
      assert.equal(await limit(after), 15);
      await here.act('worker', before, 'accept');
      const judged = await here.act('worker', before, 'judge', { difficulty: 'simple' });
      assert.equal(judged.body.clock.limitMinutes, 30);
    } finally {
      await here.database.query("delete from clock_policy where id = '01900000-0000-7000-8000-00000000000a'");
      await here.database.query('delete from incident where clock_policy_id = ?', [
        '01900000-0000-7000-8000-00000000000a',
      ]);
    }
  });
});

describe('the row is what its timeline says', () => {
  it('for incidents stopped at every step', async () => {
    await here.report();
    await here.report({}, 'worker');
    for (const action of ['accept', 'judge', 'dispatch', 'resolve'] as const)
      await here.reach(action, 'complex');
    const late = await here.reach('dispatch');
    await here.age(late, 45);
    await here.act('worker', late, 'resolve', { note: '迟了', photoIds: [] });
    const closed = await here.reach('resolve');
    await here.act('communityWorker', closed, 'publish');
    await here.act('reporter', closed, 'confirm', { rating: 3 });
    assertProblem(await here.act('reporter', closed, 'confirm', { rating: 1 }), 409, 'incident/wrong-state');
    await everyOtherWay();

    const rows = await here.database.query<Record<string, unknown> & { id: string }>(
      'select * from incident where clock_policy_id = ?',
      [SYSTEM_POLICY],
    );
    assert.ok(rows.length >= 15);
    for (const row of rows) {
      const timeline = await here.database.query<ReplayedAction & { seq: number }>(
        'select * from incident_action where incident_id = ? order by seq',
        [row.id],
      );
      assert.deepEqual(
        timeline.map(({ seq }) => seq),
        timeline.map((_, index) => index + 1),
      );
      const { clocks, ...replayed } = replay(timeline);
      const words = timeline.map(({ action }) => action).join(' ');
      assert.deepEqual(
        Object.fromEntries(Object.keys(replayed).map((key) => [key, row[key]])),
        replayed,
        words,
      );
      const stored = await here.database.query(
        `select kind, round, started_at, due_at, stopped_at, paused_at from clock
         where subject_id = ? order by round, kind`,
        [row.id],
      );
      assert.deepEqual(stored, clocks, words);
      const [soon] = await here.database.query<{ at: Date | null }>(
        `select min(warn_at) as at from clock where subject_id = ? and kind <> 'confirm' and stopped_at is null
           and due_at = ?`,
        [row.id, row.next_due_at],
      );
      assert.deepEqual(row.next_warn_at, soon?.at, `${words}, when it is soon`);
      const late = clocks.filter(
        ({ stopped_at, due_at, kind }) => kind !== 'confirm' && stopped_at && stopped_at > due_at,
      );
      const kept = await here.database.query<{ kind: string; round: number }>(
        'select kind, round from clock where subject_id = ? and breached = 1',
        [row.id],
      );
      for (const { kind, round } of late)
        assert.ok(
          kept.some((clock) => clock.kind === kind && clock.round === round),
          words,
        );
    }
  });
});

/** An incident for each way that a report can go besides the straight one. */
async function everyOtherWay(): Promise<void> {
  const done = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    assert.equal(status, 200, JSON.stringify(body));
  };
  const act = (who: CastMember, id: string, action: string, body?: Record<string, unknown>) =>
    done(here.act(who, id, action, body));
  const hold = async (id: string) => act('worker', id, 'request-hold', { reason: '等灯具到货' });

  await act('communityWorker', await here.report(), 'reject', { reason: '不归社区管' });
  await act('communityWorker', await here.reach('judge'), 'merge', { intoId: await here.report() });
  const hard = await here.reach('judge', 'hard');
  const dueAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  await act('worker', hard, 'plan', { dueAt, note: '请厂家来换' });
  await act('worker', hard, 'dispatch', { route: 'self' });
  await hold(hard);
  await here.age(hard, 10);
  await act('communityWorker', hard, 'approve-hold');
  await here.age(hard, 60);
  await act('worker', hard, 'resume');
  await act('worker', hard, 'resolve', { note: '换好了', photoIds: [] });
  await act('reporter', hard, 'dispute', { note: '还是不亮' });

  await hold(await here.reach('dispatch'));
  const held = await here.reach('dispatch');
  await hold(held);
  await act('communityWorker', held, 'approve-hold');
  const refused = await here.reach('dispatch');
  await hold(refused);
  await here.age(refused, 40);
  await act('communityWorker', refused, 'refuse-hold', { reason: '今天就能办' });
  const heldLate = await here.reach('dispatch');
  await here.age(heldLate, 40);
  await hold(heldLate);
  await act('communityWorker', heldLate, 'approve-hold');
  await act('worker', heldLate, 'resume');

  const asked = await here.reach('resolve');
  await act('communityWorker', asked, 'check-back', { outcome: 'unsatisfied', note: '说还不亮' });
  const content = await here.reach('resolve');
  await act('communityWorker', content, 'check-back', { outcome: 'satisfied', note: '说亮了' });
}
