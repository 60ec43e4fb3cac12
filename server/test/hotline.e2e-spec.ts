import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem, eventually } from './support/api.js';
import { CALLERS_PHONE, enterOrder, orderBody } from './support/hotline.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { taskFor } from './support/tasks.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn({ LINLI_DISPATCH_MS: '100', LINLI_SWEEP_MS: '200' });
});
after(() => here?.close());

const orders = '/api/hotline-orders';
const order = async (id: string, who: 'communityWorker' | 'officer' = 'communityWorker') =>
  (await here.as(who, 'GET', `${orders}/${id}`)).body;
const act = (id: string, action: 'reply' | 'report-back', body: object = {}) =>
  here.as('communityWorker', 'POST', `${orders}/${id}/${action}`, { actionId: newId(), ...body });
const until = (id: string, state: string) =>
  eventually(`${state}`, async () => (await order(id)).state === state);
const handle = async (id: string, ...actions: ('accept' | 'judge' | 'dispatch' | 'resolve')[]) => {
  const bodies = {
    accept: {},
    judge: { difficulty: 'simple' },
    dispatch: { route: 'self' },
    resolve: { note: '换了灯泡', photoIds: [] },
  };
  for (const action of actions) {
    const answer = await here.act('worker', id, action, bodies[action]);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  }
};
const ALL = ['accept', 'judge', 'dispatch', 'resolve'] as const;

describe('an order of the city hotline', () => {
  it('typed in is an incident with both names, a code to follow it by, and a number that comes once', async () => {
    const body = orderBody(here, { text: `${'长'.repeat(250)}尾` });
    const first = await here.as('communityWorker', 'POST', orders, body);
    const again = await here.as('communityWorker', 'POST', orders, body);
    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.equal(again.body.followCode, first.body.followCode);
    assert.equal(first.body.callerPhone, CALLERS_PHONE);
    // Its building is found as it is typed, without the spaces it is drawn with.
    const found = await here.as(
      'communityWorker',
      'GET',
      `${orders}?q=${encodeURIComponent('近处小区1号楼')}`,
    );
    assert.ok(found.body.items.some(({ id }: { id: string }) => id === body.id));
    assert.ok(first.body.text.endsWith('尾'));

    const incident = (await here.as('worker', 'GET', `/api/incidents/${body.id}`)).body;
    assert.deepEqual(
      [incident.reporterName, incident.enteredBy, incident.description.length],
      ['李女士', '测试communityWorker', 200],
    );
    assert.equal(incident.outsideClock.dueAt, body.outsideDueAt);
    assert.equal(incident.timeline[0].action, 'report');
    const followed = await here.as(null, 'GET', `/api/incidents/by-code/${first.body.followCode}`);
    assert.equal(followed.body.id, body.id);
    assert.equal(followed.body.outsideClock, null);

    assertProblem(
      await here.as('communityWorker', 'POST', orders, { ...body, id: newId() }),
      409,
      'hotline/number-known',
    );
    assertProblem(
      await here.as('communityWorker', 'POST', orders, { ...body, text: '别的' }),
      409,
      'request/id-used-differently',
    );
  });

  it('wrongly typed in is refused, and leaves nothing', async () => {
    const count = async () =>
      JSON.stringify(
        await here.database.query(
          'select (select count(*) from hotline_order) + (select count(*) from incident) as n',
        ),
      );
    const before = await count();
    const refused = async (change: Record<string, unknown>, status: number, code: string) =>
      assertProblem(await here.as('communityWorker', 'POST', orders, orderBody(here, change)), status, code);
    await refused({ buildingId: here.town.far.buildingId }, 422, 'hotline/place-elsewhere');
    await refused({ outsideDueAt: '2020-01-01T00:00:00Z' }, 422, 'hotline/due-before-received');
    await refused({ receivedAt: '2099-01-01T00:00:00Z' }, 422, 'hotline/received-later');
    await refused({ categoryCode: 'nothing' }, 422, 'hotline/category-unknown');
    await refused({ outsideNumber: ' ' }, 400, 'request/invalid');
    await refused({ outsideNumber: '长'.repeat(41) }, 400, 'request/invalid');
    await refused({ caller: { name: '李女士', phone: '12345' } }, 400, 'request/invalid');
    for (const outsideDueAt of ['2099-W10-1', '2099-100', '2099-03-05T18', '9999-12-31T23:59:59Z', null])
      await refused({ outsideDueAt }, 400, 'request/invalid');
    await refused({ communityId: here.town.far.id }, 403, 'hotline/outside-your-communities');
    assert.equal(await count(), before);
  });

  it('that says null says nothing of it', async () => {
    const id = await enterOrder(here, {
      ...{ receivedAt: null, placeNote: null, placeCode: null, location: null },
      caller: { name: '李女士', phone: null },
    });
    const { receivedAt, callerPhone, serverNow } = await order(id);
    assert.equal(callerPhone, null);
    assert.ok(Date.parse(serverNow) - Date.parse(receivedAt) < 60_000, receivedAt);
  });

  it('whose place is only words waits in the unassigned queue, and its words behind the gate', async () => {
    const id = await enterOrder(here, { buildingId: undefined, placeNote: '菜市场后面那条路' });
    const queue = await here.as('communityWorker', 'GET', '/api/incidents?gridId=none&hotline=true');
    assert.ok(queue.body.items.some((item: { id: string }) => item.id === id));
    const own = await here.report();
    const ids = (await here.as('communityWorker', 'GET', '/api/incidents?hotline=true&pageSize=100')).body
      .items;
    assert.ok(!ids.some((item: { id: string }) => item.id === own));
    const seen = JSON.stringify((await here.as('neighbour', 'GET', `/api/incidents/${id}`)).body);
    for (const kept of ['菜市场', '楼道灯', '李女士', CALLERS_PHONE]) assert.ok(!seen.includes(kept), kept);

    // Where its community lies says nothing of where it is: nobody there is asked whether this is theirs.
    const [spot] = await here.database.query<{ lng: number; lat: number }>(
      'select lng, lat from incident where id = ?',
      [id],
    );
    const nearby = `/api/incidents/near?categoryCode=lighting&lng=${spot?.lng}&lat=${spot?.lat}&system=gcj02`;
    const offered = (await here.as('communityWorker', 'GET', nearby)).body.items;
    assert.ok(!offered.some((item: { id: string }) => item.id === id));
    assert.equal((await here.as('communityWorker', 'GET', `/api/incidents/${id}`)).body.location, null);
    const task = taskFor(here.town.organisations.property);
    for (const [action, body] of [
      ['accept', {}],
      ['judge', { difficulty: 'simple' }],
      ['dispatch', { route: 'assisted', tasks: [task] }],
    ] as const)
      assert.equal((await here.act('communityWorker', id, action, body)).status, 200, action);
    assert.equal((await here.as('coHelper', 'GET', `/api/tasks/${task.id}`)).body.location, null);
  });

  it('of a community whose map is not drawn yet waits in its unassigned queue', async () => {
    const { id: communityId } = here.town.near;
    const [drawn] = await here.database.query<{ polygon: string }>('select polygon from area where id = ?', [
      communityId,
    ]);
    const outline = (polygon: string | null) =>
      here.database.query('update area set polygon = ? where id = ?', [polygon, communityId]);
    await outline(null);
    try {
      const id = await enterOrder(here, { buildingId: undefined, placeNote: '新区东门的路灯' });
      const queue = await here.as('communityWorker', 'GET', '/api/incidents?gridId=none&hotline=true');
      const found = queue.body.items.find((item: { id: string }) => item.id === id);
      assert.equal(found.placeLabel, '近处社区（地点待核实） 新区东门的路灯');
      assert.equal(found.location, null);
    } finally {
      await outline(drawn?.polygon ?? null);
    }
  });

  it('is handled, answered, put right once, and handed back', async () => {
    const id = await enterOrder(here);
    assertProblem(await act(id, 'reply', { replyText: '办好了' }), 409, 'hotline/wrong-state');
    await handle(id, ...ALL);
    // Straight away: the answer does not wait for word of it.
    const actionId = newId();
    const reply = { actionId, replyText: '当天已换灯泡' };
    assert.equal((await act(id, 'reply', reply)).body.state, 'replied');
    assert.equal((await act(id, 'reply', reply)).body.timeline.length, 3);
    assertProblem(
      await act(id, 'reply', { actionId, replyText: '别的' }),
      409,
      'request/id-used-differently',
    );
    assert.equal((await act(id, 'reply', { replyText: '当天已换灯泡，亮了' })).body.correctionsLeft, 0);
    assertProblem(await act(id, 'reply', { replyText: '再改' }), 409, 'hotline/reply-corrected-already');

    const back = (await act(id, 'report-back', { note: '平台已提交' })).body;
    assert.equal(back.state, 'reported_back');
    assert.deepEqual(back.allowedActions, []);
    assert.equal(back.clock.stoppedAt, back.reportedBackAt);
    assert.deepEqual(
      back.timeline.map((entry: { action: string }) => entry.action),
      ['enter', 'handled', 'reply', 'reply', 'report_back'],
    );
    assertProblem(await act(id, 'report-back'), 409, 'hotline/wrong-state');
    const seen = await order(id, 'officer');
    assert.deepEqual([seen.callerPhone, seen.followCode, seen.allowedActions], [null, null, []]);
  });

  it('goes back to be handled when its incident does, unless it was handed back', async () => {
    const id = await enterOrder(here);
    await handle(id, ...ALL);
    await until(id, 'to_reply');
    await act(id, 'reply', { replyText: '办好了' });
    const unsatisfied = { outcome: 'unsatisfied', note: '电话里说没亮' };
    assert.equal((await here.act('communityWorker', id, 'check-back', unsatisfied)).status, 200);
    await until(id, 'to_handle');
    assertProblem(await act(id, 'report-back'), 409, 'hotline/wrong-state');
    await handle(id, 'resolve');
    await act(id, 'reply', { replyText: '重新换过了' });
    await act(id, 'report-back');
    await here.act('communityWorker', id, 'check-back', unsatisfied);
    // Trying reads how the incident stands now.
    const { title } = assertProblem(
      await act(id, 'reply', { replyText: '再写' }),
      409,
      'hotline/wrong-state',
    );
    assert.match(title, /已交回/);
  });

  it('whose incident went into another waits for that one', async () => {
    const [id, into] = [await enterOrder(here), await here.report()];
    assert.equal((await here.act('communityWorker', id, 'merge', { intoId: into })).status, 200);
    await handle(into, 'accept', 'judge', 'dispatch');
    assertProblem(await act(id, 'reply', { replyText: '办好了' }), 409, 'hotline/wrong-state');
    await handle(into, 'resolve');
    await until(id, 'to_reply');
    const rejected = await enterOrder(here);
    await here.act('communityWorker', rejected, 'reject', { reason: '归市政管' });
    await until(rejected, 'to_reply');
  });

  it('warns before its date, goes to the secretary after it once, and stays late for ever', async () => {
    const id = await enterOrder(here);
    const told = async (who: 'communityWorker' | 'secretary', words: string) => {
      const { body } = await here.as(who, 'GET', '/api/inbox?limit=50');
      return body.items.filter(
        (item: { title: string; link: { id: string } | null }) =>
          item.title.includes(words) && JSON.stringify(item).includes(id),
      ).length;
    };
    /** Everything of this order happened this much earlier. */
    const age = async (minutes: number) => {
      const back = (...columns: string[]) =>
        columns.map((column) => `${column} = ${column} - interval ${minutes} minute`).join(', ');
      await here.database.query(
        `update hotline_order set ${back('outside_due_at', 'received_at', 'warned_to')} where incident_id = ?`,
        [id],
      );
      await here.database.query(
        `update clock set ${back('started_at', 'due_at', 'warn_at', 'next_sweep_at')}
         where subject_type = 'hotline_order' and subject_id = ?`,
        [id],
      );
    };
    await age(2 * 1_440 + 1);
    await eventually('the first warning', async () => (await told('communityWorker', '快到时限')) === 1);
    await age(22 * 60);
    await eventually('the second warning', async () => (await told('communityWorker', '快到时限')) === 2);
    await age(2 * 60 + 1);
    await eventually('the escalation', async () => (await told('secretary', '超时')) === 1);
    await handle(id, ...ALL);
    await act(id, 'reply', { replyText: '办好了' });
    const back = (await act(id, 'report-back')).body;
    assert.equal(back.clock.breached, true);
    assert.ok(back.timeline.some((entry: { action: string }) => entry.action === 'overdue'));
    const [clock] = await here.database.query<{ breached: number; next: Date | null }>(
      `select breached, next_sweep_at as next from clock where subject_type = 'hotline_order' and subject_id = ?`,
      [id],
    );
    assert.deepEqual([clock?.breached, clock?.next], [1, null]);
    assert.equal(await told('secretary', '超时'), 1);

    // Word of it that comes late, after the answer was handed back, is for nobody.
    for (const type of ['due_soon', 'overdue'])
      await here.database.query(
        `insert into outbox_event
           (id, type, subject_type, subject_id, subject_seq, community_id, at, data, recorded_at, available_at)
         select ?, ?, 'hotline_order', ?, max(subject_seq) + 1, ?, utc_timestamp(3), ?, utc_timestamp(3), utc_timestamp(3)
           from outbox_event where subject_type = 'hotline_order' and subject_id = ?`,
        [
          ...[newId(), `hotline_order.${type}`, id, here.town.near.id],
          ...[JSON.stringify({ actorId: null, dueAt: new Date().toISOString() }), id],
        ],
      );
    await eventually('the late word', async () => {
      const [left] = await here.database.query<{ left: string }>(
        `select count(*) as \`left\` from outbox_event where subject_id = ? and state <> 'done'`,
        [id],
      );
      return Number(left?.left) === 0;
    });
    assert.deepEqual([await told('secretary', '超时'), await told('communityWorker', '快到时限')], [1, 2]);
  });
});
