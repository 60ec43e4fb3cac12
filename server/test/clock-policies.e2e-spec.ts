import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, ask, assertProblem } from './support/api.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

const LIMITS = {
  responseMinutes: 15,
  simpleMinutes: 60,
  complexMinutes: 480,
  planMinutes: 960,
  confirmDays: 3,
  holdDecisionMinutes: 60,
  escalationMinutes: [0, 60],
};
const DAYTIME = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_080 }));

let here: Neighbourhood;
let admin: (method: string, path: string, body?: unknown) => Promise<Answer>;
let secretary: typeof admin;
before(async () => {
  here = await moveIn();
  const { near } = here.town;
  const inNear = { subdistrictId: near.subdistrictId, communityId: near.id };
  await here.town.addPerson('limitsAdmin', [{ role: 'platform_admin' }]);
  await here.town.addPerson('ownSecretary', [{ role: 'community_secretary', areaId: near.id, ...inNear }]);
  const signedIn = async (key: string): Promise<typeof admin> => {
    const { accessToken } = (await ask(here.base, 'POST', '/api/auth/demo', { body: { key } })).body;
    return (method, path, body) => ask(here.base, method, path, { token: accessToken, body });
  };
  admin = await signedIn('limitsAdmin');
  secretary = await signedIn('ownSecretary');
});
after(() => here?.close());

const add = (who: typeof admin, change: Record<string, unknown> = {}) =>
  who('POST', '/api/clock-policies', { id: newId(), ...LIMITS, ...change });

describe('a version of the limits', () => {
  it('holds for what is reported after it, the most specific first; what is under way keeps its own', async () => {
    const { near } = here.town;
    const before = await here.report();
    const limit = async (id: string) =>
      (await here.as('communityWorker', 'GET', `/api/incidents/${id}`)).body.clock.limitMinutes;
    const expecting = async (change: Record<string, unknown>, minutes: number) => {
      const answer = await add(admin, { ...change, responseMinutes: minutes });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    };
    await expecting({}, 11);
    assert.equal(await limit(await here.report()), 11);
    await expecting({ categoryCode: 'lighting' }, 12);
    assert.equal(await limit(await here.report()), 12);
    await expecting({ areaId: near.subdistrictId }, 13);
    assert.equal(await limit(await here.report()), 13);
    await expecting({ areaId: near.id }, 14);
    assert.equal(await limit(await here.report()), 14);
    await expecting({ areaId: near.id, categoryCode: 'lighting' }, 16);
    assert.equal(await limit(await here.report()), 16);
    assert.equal(await limit(await here.report({ categoryCode: 'noise' })), 14);
    await expecting({ areaId: near.grids[0].id }, 17);
    assert.equal(await limit(await here.report()), 17);
    assert.equal(await limit(before), 5);
    // What holds there is said with whose it is, its own or not.
    const holding = async (areaId?: string) =>
      (await admin('GET', `/api/clock-policies${areaId ? `?areaId=${areaId}` : ''}`)).body.inForce.map(
        (one: { categoryCode: string | null; responseMinutes: number; areaName: string | null }) => [
          one.categoryCode,
          one.responseMinutes,
          one.areaName,
        ],
      );
    assert.deepEqual(await holding(near.grids[0].id), [[null, 17, '近处社区 第一网格']]);
    assert.deepEqual(await holding(near.grids[1].id), [
      [null, 14, '近处社区'],
      ['lighting', 16, '近处社区'],
    ]);
    assert.deepEqual(await holding(), [
      [null, 11, null],
      ['lighting', 12, null],
    ]);
    const { items } = (await secretary('GET', `/api/clock-policies?areaId=${near.id}`)).body;
    assert.deepEqual(
      items.map((policy: { responseMinutes: number }) => policy.responseMinutes),
      [16, 14],
    );
  });

  it('tells whoever judges what each answer would set running, and nobody else', async () => {
    const { near } = here.town;
    const quick = { simpleMinutes: 25, complexMinutes: 90, planMinutes: 120 };
    await add(admin, { areaId: near.grids[0].id, categoryCode: 'noise', ...quick });
    const id = await here.report({ categoryCode: 'noise' });
    const judging = async (who: Parameters<typeof here.as>[0]) =>
      (await here.as(who, 'GET', `/api/incidents/${id}`)).body.judging;
    assert.equal(await judging('communityWorker'), null);
    await here.act('worker', id, 'accept');
    assert.deepEqual(await judging('worker'), quick);
    assert.equal(await judging('reporter'), null);
  });

  it('counts in its service hours and its calendar', async () => {
    const { grids } = here.town.near;
    const added = await add(secretary, { areaId: grids[0].id, serviceHours: DAYTIME });
    assert.equal(added.status, 200, JSON.stringify(added.body));
    const id = await here.report();
    const [clock] = await here.database.query<{ due_at: Date }>(
      'select due_at from clock where subject_id = ?',
      [id],
    );
    const due = new Date((clock?.due_at.getTime() ?? 0) + 8 * 3_600_000);
    const minute = due.getUTCHours() * 60 + due.getUTCMinutes();
    assert.ok(
      minute >= 540 && minute <= 1_080 && [1, 2, 3, 4, 5].includes(due.getUTCDay()),
      due.toISOString(),
    );
  });

  it('sent twice is one version; the same id for something else is refused', async () => {
    const body = { id: newId(), ...LIMITS, areaId: here.town.near.id };
    const [first, again] = [
      await secretary('POST', '/api/clock-policies', body),
      await secretary('POST', '/api/clock-policies', body),
    ];
    assert.deepEqual(again.body, first.body);
    assertProblem(
      await secretary('POST', '/api/clock-policies', { ...body, simpleMinutes: 61 }),
      409,
      'request/id-used-differently',
    );
  });

  it('is refused in words when it cannot be kept', async () => {
    const { near, far } = here.town;
    const mine = { areaId: near.id };
    const refused = async (change: Record<string, unknown>, status: number, code: string) =>
      assertProblem(await add(secretary, { ...mine, ...change }), status, code);
    await refused({ areaId: far.id }, 404, 'clock/area-not-found');
    await refused({ areaId: undefined }, 404, 'clock/area-not-found');
    await refused({ areaId: near.buildingId }, 404, 'clock/area-not-found');
    await refused({ inForceFrom: '2020-01-01T00:00:00Z' }, 422, 'clock/in-the-past');
    await refused({ escalationMinutes: [30, 0] }, 422, 'clock/escalation-out-of-order');
    await refused({ serviceHours: [] }, 422, 'clock/service-hours-wrong');
    const overlapping = [
      { weekday: 1, fromMinute: 540, toMinute: 720 },
      { weekday: 1, fromMinute: 700, toMinute: 800 },
    ];
    const { errors } = await refused({ serviceHours: overlapping }, 422, 'clock/service-hours-wrong');
    assert.deepEqual(errors, [{ field: 'serviceHours.1', message: '周一：两段时间重叠了' }]);
    await refused(
      { serviceHours: [{ weekday: 1, fromMinute: 720, toMinute: 540 }] },
      422,
      'clock/service-hours-wrong',
    );
    await refused(
      { serviceHours: [{ weekday: 1, fromMinute: 0, toMinute: 5 }] },
      422,
      'clock/limit-out-of-reach',
    );
    for (const change of [
      { responseMinutes: 0 },
      { simpleMinutes: 1.5 },
      { complexMinutes: 86_401 },
      { confirmDays: 61 },
      { escalationMinutes: [] },
      { escalationMinutes: [1, 2, 3, 4] },
      { serviceHours: [{ weekday: 8, fromMinute: 0, toMinute: 60 }] },
      { serviceHours: [{ weekday: 1, fromMinute: 0, toMinute: 1_441 }] },
    ])
      await refused(change, 400, 'request/invalid');
    assertProblem(
      await secretary('GET', `/api/clock-policies?areaId=${far.id}`),
      404,
      'clock/area-not-found',
    );
  });
});

describe('the work calendar', () => {
  const newYear = { date: '2027-01-01', kind: 'holiday', name: '元旦' };

  it('comes with the days of 2026, and grows by versions', async () => {
    const [first] = (await secretary('GET', '/api/work-calendars')).body.items.slice(-1);
    assert.equal(first.days.filter(({ kind }: { kind: string }) => kind === 'holiday').length, 33);
    assert.deepEqual(
      first.days.flatMap(({ kind, date }: { kind: string; date: string }) =>
        kind === 'workday' ? [date] : [],
      ),
      ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    );
    const body = { id: newId(), days: [...first.days, newYear] };
    const added = await admin('POST', '/api/work-calendars', body);
    assert.equal(added.status, 200, JSON.stringify(added.body));
    assert.deepEqual((await admin('POST', '/api/work-calendars', body)).body, added.body);
    assert.equal(added.body.version, first.version + 1);
    const [pinned] = await here.database.query<{ work_calendar_id: string }>(
      'select work_calendar_id from incident where id = ?',
      [await here.report()],
    );
    assert.equal(pinned?.work_calendar_id, body.id);
  });

  it('is refused in words with a day twice, one that does not exist, or from somebody else', async () => {
    const send = (who: typeof admin, ...days: object[]) =>
      who('POST', '/api/work-calendars', { id: newId(), days });
    assertProblem(await send(secretary, newYear), 403, 'clock/calendar-not-yours');
    const twice = assertProblem(await send(admin, newYear, newYear), 422, 'clock/calendar-day-wrong');
    assert.deepEqual(twice.errors, [{ field: 'days.1', message: '2027-01-01 写了两次' }]);
    assertProblem(await send(admin, { ...newYear, date: '2027-02-30' }), 422, 'clock/calendar-day-wrong');
    assertProblem(await send(admin, { ...newYear, date: '明天' }), 400, 'request/invalid');
    assertProblem(await send(admin, { ...newYear, kind: 'party' }), 400, 'request/invalid');
  });
});

describe('the clock report', () => {
  it('tells what started, paused and stopped each clock, and who', async () => {
    await here.database.query('delete from clock_policy where version > 0 and added_by_id is not null');
    const id = await here.reach('dispatch');
    await here.age(id, 5);
    await here.act('worker', id, 'request-hold', { reason: '等灯具到货' });
    await here.age(id, 3);
    await here.act('communityWorker', id, 'approve-hold');
    await here.age(id, 600);
    await here.act('worker', id, 'resume');
    await here.age(id, 40);
    await here.act('worker', id, 'resolve', { note: '好了', photoIds: [] });
    const { items } = (await here.as('communityWorker', 'GET', `/api/incidents/${id}/clock-report`)).body;
    const told = items.map((item: { kind: string; events: { what: string }[] }) => [
      item.kind,
      item.events.map(({ what }) => what).join(' '),
    ]);
    assert.deepEqual(told, [
      ['response', 'start stop'],
      ['solve', 'start pause resume due stop'],
      ['confirm', 'start'],
    ]);
    const solve = items[1];
    assert.deepEqual([solve.limitMinutes, solve.usedMinutes, solve.breached], [30, 45, true]);
    assert.deepEqual(
      solve.events.map(
        ({ label, byLabel }: { label: string; byLabel: string | null }) => `${label} ${byLabel}`,
      ),
      [
        '居民报上这件事 测试reporter',
        '申请挂起 测试worker',
        '接着办了 测试worker',
        '到时限 null',
        '说办好了 测试worker',
      ],
    );
    assertProblem(
      await here.as('farCommunityWorker', 'GET', `/api/incidents/${id}/clock-report`),
      404,
      'incident/not-found',
    );
  });
});
