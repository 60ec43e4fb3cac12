import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from './support/api.js';
import { built } from './support/built.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';

type ClockBuild = typeof import('../src/modules/incident/incident.clock.js');
type Mark = import('../src/modules/incident/incident.clock.js').TimelineMark;
type LifecycleBuild = typeof import('../src/modules/incident/incident.lifecycle.js');

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
      (id, community_id, version, in_force_from, response_minutes, simple_minutes, complex_minutes)
      values ('01900000-0000-7000-8000-00000000000a', ?, 1, utc_timestamp(3), 15, 60, 480)`;
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

    const { clocksOf, nextDueAt, isBreached } = await built<ClockBuild>('modules/incident/incident.clock.js');
    const { LIFECYCLE } = await built<LifecycleBuild>('modules/incident/incident.lifecycle.js');
    const rows = await here.database.query<Record<string, unknown> & { id: string; clock_policy_id: string }>(
      'select * from incident',
    );
    assert.ok(rows.length >= 8);
    for (const row of rows) {
      const timeline = await here.database.query<{
        seq: number;
        action: Mark['action'];
        at: Date;
        data: string;
        actor_person_id: string;
      }>(
        'select seq, action, at, data, actor_person_id from incident_action where incident_id = ? order by seq',
        [row.id],
      );
      assert.deepEqual(
        timeline.map(({ seq }) => seq),
        timeline.map((_, index) => index + 1),
      );

      let state = 'reported';
      const told: Record<string, unknown> = { difficulty: null, route: null, rating: null };
      const at: Partial<Record<Mark['action'], Date>> = {};
      const by: Partial<Record<Mark['action'], string>> = {};
      for (const entry of timeline) {
        Object.assign(told, JSON.parse(entry.data));
        at[entry.action] = entry.at;
        by[entry.action] = entry.actor_person_id;
        if (entry.action in LIFECYCLE) {
          const { to } = LIFECYCLE[entry.action as keyof typeof LIFECYCLE];
          assert.ok(typeof to !== 'function');
          state = to === 'same' ? state : to;
        }
      }
      assert.equal(row.state, state);
      for (const [name, value] of Object.entries(told)) assert.equal(row[name], value, name);
      assert.deepEqual(row.reported_at, at.report);
      assert.deepEqual(row.published_at, at.publish ?? null);
      assert.deepEqual(row.resolved_at, at.resolve ?? null);
      assert.deepEqual(row.closed_at, at.confirm ?? null);
      assert.equal(row.reporter_id, by.report);
      assert.equal(row.handler_id, by.accept ?? null);
      assert.equal(row.resolver_id, by.resolve ?? null);

      const [policy] = await here.database.query<Record<string, number>>(
        'select * from clock_policy where id = ?',
        [row.clock_policy_id],
      );
      assert.ok(policy);
      const marks = timeline.map((entry) => ({
        ...entry,
        difficulty: JSON.parse(entry.data).difficulty ?? null,
      }));
      const clocks = clocksOf(
        {
          responseMinutes: policy.response_minutes ?? 0,
          simpleMinutes: policy.simple_minutes ?? 0,
          complexMinutes: policy.complex_minutes ?? 0,
        },
        marks,
      );
      const stored = await clocksIn(row.id);
      assert.deepEqual(
        stored.map((clock) => [clock.kind, clock.due_at, clock.stopped_at]),
        clocks.map((clock) => [clock.kind, clock.dueAt, clock.stoppedAt]),
      );
      for (const clock of clocks) {
        const kept = stored.find((one) => one.kind === clock.kind)?.breached === 1;
        if (clock.stoppedAt !== null && isBreached(clock, clock.stoppedAt)) assert.ok(kept);
      }
      assert.deepEqual(row.next_due_at, nextDueAt(clocks));
    }
  });
});
