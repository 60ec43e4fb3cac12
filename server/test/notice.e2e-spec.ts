import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, assertProblem, eventually } from './support/api.js';
import { type CastMember, moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { CALL_US, noticeBody, writeNotice } from './support/notices.js';
import { settleResidents } from './support/residents.js';
import { type RunningProcess, startWechatStandIn } from './support/server-process.js';

let here: Neighbourhood;
let wechat: RunningProcess;
before(async () => {
  wechat = await startWechatStandIn();
  here = await moveIn({ WECHAT_BASE_URL: wechat.url, LINLI_DISPATCH_MS: '100' });
});
after(async () => {
  await here?.close();
  await wechat?.stop();
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const act = (who: CastMember, id: string, action: string, body: object = {}) =>
  here.as(who, 'POST', `/api/notices/${id}/${action}`, { actionId: newId(), ...body });
const see = (who: CastMember | null, id: string) => here.as(who, 'GET', `/api/notices/${id}`);
const feed = async (query = '', who: CastMember | null = null) => {
  const answer = await here.as(who, 'GET', `/api/notices?communityId=${here.town.near.id}&limit=50${query}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.items as { id: string; title: string; forHere: boolean; read: boolean }[];
};
const titles = async (query = '') => (await feed(query)).map(({ title }) => title);
interface Told {
  title: string;
  body: string;
  link: { id: string };
}
const inbox = async (who: CastMember) =>
  (await here.as(who, 'GET', '/api/inbox?limit=50')).body.items as Told[];
const told = async (who: CastMember) =>
  (await inbox(who))
    .filter(({ title }) => /通知/.test(title))
    .map(({ title, link }) => `${title} ${link.id}`);
/** What somebody was told of a notice, in full. */
const wordsTo = async (who: CastMember, id: string) =>
  (await inbox(who)).filter(({ link }) => link.id === id).map(({ title, body }) => `${title}：${body}`);
const hasWechat = (who: CastMember) =>
  here.database.query(
    `insert into person_login (id, person_id, kind, realm, subject, created_at)
     select ?, id, 'wechat', 'wx-test', ?, now(3) from person where demo_key = ?`,
    [newId(), `openid-of-${who}`, who],
  );

describe('a notice', () => {
  it('is for the whole community, for grids or for buildings, and is found by who is there', async () => {
    const { near } = here.town;
    const [first, second] = near.grids;
    await writeNotice(here, { title: '都停水' });
    await writeNotice(here, { title: '一格停电', kind: 'power', reach: 'grid', areaIds: [first.id] });
    await writeNotice(here, { title: '二格停气', kind: 'gas', reach: 'grid', areaIds: [second.id] });
    const building = { reach: 'building', areaIds: [near.buildingId] };
    const id = await writeNotice(here, { title: '一号楼消杀', kind: 'safety', ...building });
    assert.equal((await see(null, id)).body.whereLabel, '近处小区 1 号楼');

    const all = ['一号楼消杀', '二格停气', '一格停电', '都停水'];
    assert.deepEqual(await titles(), all);
    assert.deepEqual(await titles(`&placeCode=${near.placeCode}`), ['一号楼消杀', '一格停电', '都停水']);
    assert.deepEqual(await titles(`&gridId=${first.id}`), ['一号楼消杀', '一格停电', '都停水']);
    assert.deepEqual(await titles(`&gridId=${second.id}`), ['二格停气', '都停水']);
    assert.deepEqual(await titles(`&gridId=${second.id}&everywhere=true`), all);
    const here2 = await feed(`&gridId=${second.id}&everywhere=true`);
    assert.deepEqual(
      here2.map(({ forHere }) => forHere),
      [false, true, false, true],
    );
    // A code that is no longer good keeps nobody from reading.
    assert.deepEqual(await titles(`&placeCode=GONE&gridId=${second.id}`), ['二格停气', '都停水']);
    const pages = await here.as(null, 'GET', `/api/notices?communityId=${near.id}&limit=3`);
    const rest = await here.as(
      null,
      'GET',
      `/api/notices?communityId=${near.id}&limit=3&cursor=${pages.body.nextCursor}`,
    );
    assert.deepEqual(
      [...pages.body.items, ...rest.body.items].map(({ title }) => title),
      all,
    );
    assert.equal(rest.body.nextCursor, null);
  });

  it('that is over is found among the past ones only', async () => {
    const id = await writeNotice(here, { title: '早停水', startsAt: inDays(-1), endsAt: inDays(1) });
    assert.ok((await titles()).includes('早停水'));
    await here.database.query('update notice set over_at = ? where id = ?', [new Date(), id]);
    assert.ok(!(await titles()).includes('早停水'));
    assert.deepEqual(await titles('&past=true'), ['早停水']);
  });

  it('is refused in words when its place or its time cannot be, and nothing is half done', async () => {
    const { near, far } = here.town;
    const [count] = await here.database.query<{ many: number }>('select count(*) as many from notice');
    const write = (change: Record<string, unknown>, who: CastMember = 'communityWorker') =>
      here.as(who, 'POST', '/api/notices', noticeBody(here, change));
    const other = far.grids[0].id;
    assertProblem(await write({ communityId: far.id }), 403, 'notice/outside-your-area');
    assertProblem(await write({}, 'worker'), 403, 'auth/not-permitted');
    assertProblem(await write({ reach: 'grid', areaIds: [other] }), 422, 'notice/target-unknown');
    const mixed = { reach: 'grid', areaIds: [near.grids[0].id, near.buildingId] };
    assertProblem(await write(mixed), 422, 'notice/target-unknown');
    assertProblem(await write({ areaIds: [near.grids[0].id] }), 422, 'notice/target-unknown');
    assertProblem(await write({ reach: 'grid', areaIds: [] }), 422, 'notice/target-needed');
    const backwards = { startsAt: inDays(2), endsAt: inDays(1) };
    assertProblem(await write(backwards), 422, 'notice/ends-too-soon');
    assertProblem(await write({ endsAt: inDays(-1) }), 422, 'notice/over-already');
    assertProblem(await write({ startsAt: inDays(500) }), 422, 'notice/too-far-away');
    for (const wrong of [
      { title: '' },
      { title: '字'.repeat(31) },
      { body: '字'.repeat(501) },
      { kind: 'weather' },
      { startsAt: '明天' },
      { reach: 'town' },
    ])
      assert.equal((await write(wrong)).status, 400, JSON.stringify(wrong));
    const [after] = await here.database.query<{ many: number }>('select count(*) as many from notice');
    assert.equal(after?.many, count?.many);
  });

  it('sent twice is one, and its id is nobody else’s', async () => {
    const body = noticeBody(here, { title: '只有一条' });
    const both = await Promise.all(
      [1, 2].map(() => here.as('communityWorker', 'POST', '/api/notices', body)),
    );
    assert.deepEqual(
      both.map(({ status }) => status),
      [201, 201],
    );
    assert.equal((await titles()).filter((title) => title === '只有一条').length, 1);
    const other = { ...body, title: '另一条' };
    assertProblem(
      await here.as('communityWorker', 'POST', '/api/notices', other),
      409,
      'request/id-used-differently',
    );
    assertProblem(
      await here.as('secretary', 'POST', '/api/notices', body),
      409,
      'request/id-used-differently',
    );
  });

  it('with a telephone number in it waits for the secretary, whoever wrote it', async () => {
    for (const writer of ['communityWorker', 'secretary'] as const) {
      const id = await writeNotice(here, { title: `有电话${writer}`, body: CALL_US }, writer);
      const mine = (await see(writer, id)).body;
      assert.deepEqual([mine.state, mine.desk.found], ['waiting', '像手机号']);
      assert.deepEqual(
        mine.desk.allowedActions,
        writer === 'secretary' ? ['let_through', 'withdraw'] : ['withdraw'],
      );
      assertProblem(await see('neighbour', id), 404, 'notice/not-found');
      assertProblem(await act('neighbour', id, 'read'), 404, 'notice/not-found');
      assert.ok(!JSON.stringify(await feed()).includes(id));
      assertProblem(await act('communityWorker', id, 'let-through'), 403, 'auth/not-permitted');
      assert.equal((await act('secretary', id, 'let-through')).body.state, 'published');
      assert.equal((await see(null, id)).body.body, CALL_US);
    }
  });

  it('is let through once by one of two at the same time', async () => {
    const id = await writeNotice(here, { body: CALL_US });
    const both = await Promise.all([1, 2].map(() => act('secretary', id, 'let-through')));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    const late = both.find(({ status }) => status === 409);
    assert.equal(late?.body.code, 'notice/wrong-state');
    const { timeline } = (await see('secretary', id)).body.desk;
    assert.deepEqual(
      timeline.map(({ action }: { action: string }) => action),
      ['write', 'let_through'],
    );
  });

  it('is withdrawn once, says why, and is read no more', async () => {
    const id = await writeNotice(here, { title: '不停了' });
    const body = { actionId: newId(), reason: '抢修提前完成' };
    assert.equal((await act('communityWorker', id, 'withdraw', body)).status, 200);
    assert.equal((await act('communityWorker', id, 'withdraw', body)).status, 200);
    assertProblem(await act('secretary', id, 'withdraw', { reason: '再撤一次' }), 409, 'notice/wrong-state');
    assertProblem(await act('secretary', id, 'let-through'), 409, 'notice/wrong-state');
    const gone = assertProblem(await see('neighbour', id), 410, 'notice/withdrawn');
    assert.match(gone.title, /抢修提前完成/);
    assertProblem(await act('neighbour', id, 'read'), 410, 'notice/withdrawn');
    assert.ok(!(await titles()).includes('不停了'));
    assert.equal((await see('communityWorker', id)).body.desk.timeline.at(-1).reason, '抢修提前完成');

    const hushed = await writeNotice(here);
    await act('communityWorker', hushed, 'withdraw', { reason: CALL_US });
    assert.equal(assertProblem(await see(null, hushed), 410, 'notice/withdrawn').title, '这条通知已经撤回了');
    const never = await writeNotice(here, { body: CALL_US });
    await act('communityWorker', never, 'withdraw', { reason: '写错了' });
    assertProblem(await see(null, never), 404, 'notice/not-found');
    for (const id of ['x', newId()]) assertProblem(await see(null, id), 404, 'notice/not-found');
  });

  it('counts who was signed in and read it, each once, and tells only its own staff how many', async () => {
    const id = await writeNotice(here, { title: '数一数' });
    for (const who of ['neighbour', 'neighbour', 'reporter'] as const)
      assert.deepEqual((await act(who, id, 'read')).body, { read: true });
    await see(null, id);
    assert.equal((await ask(here.base, 'POST', `/api/notices/${id}/read`, { body: {} })).status, 401);
    const rows = (await here.as('communityWorker', 'GET', '/api/notices/desk')).body;
    assert.equal(rows.items.find((row: { id: string }) => row.id === id).readCount, 2);
    assert.equal((await see('officer', id)).body.desk.readCount, 2);
    for (const who of ['worker', 'neighbour', 'farCommunityWorker', null] as const)
      assert.equal((await see(who, id)).body.desk, null);
    const mark = async (who: CastMember | null) =>
      (await feed('', who)).find((notice) => notice.id === id)?.read;
    assert.deepEqual([await mark('neighbour'), await mark('worker'), await mark(null)], [true, false, false]);
    assert.equal(rows.total, rows.counts.published + rows.counts.waiting + rows.counts.withdrawn);
    const waiting = (await here.as('secretary', 'GET', '/api/notices/desk?state=waiting&pageSize=1&page=2'))
      .body;
    assert.equal(waiting.total, waiting.counts.waiting);
  });

  it('is told to who works where it is for, once, and never to who wrote it', async () => {
    const [, second] = here.town.near.grids;
    const day = inDays(1).slice(0, 10);
    const id = await writeNotice(here, {
      title: '二格修路',
      kind: 'road',
      reach: 'grid',
      areaIds: [second.id],
      startsAt: `${day}T00:00:00Z`,
      endsAt: `${day}T09:00:00Z`,
    });
    const waits = await writeNotice(here, { title: '有号码', body: CALL_US });
    await eventually('the grid worker hears of it', async () =>
      (await told('otherWorker')).includes(`通知：道路 ${id}`),
    );
    await eventually('the secretary hears that one waits', async () =>
      (await told('secretary')).includes(`有一条通知等您放行 ${waits}`),
    );
    await act('secretary', waits, 'let-through');
    await eventually('the writer hears that it went out', async () =>
      (await told('communityWorker')).includes(`您写的通知放行了 ${waits}`),
    );
    await eventually('the worker of the first grid hears of what is for all', async () =>
      (await told('worker')).includes(`通知：停水 ${waits}`),
    );
    const heard = async (who: CastMember, one: string) =>
      (await told(who)).filter((line) => line.endsWith(one)).length;
    assert.deepEqual(
      await Promise.all([heard('secretary', id), heard('worker', id), heard('communityWorker', id)]),
      [1, 0, 0],
    );
    assert.deepEqual(await Promise.all([heard('farCommunityWorker', id), heard('neighbour', id)]), [0, 0]);

    // The day stands as a date, since a message is read later than it is written; what waits is not given away.
    const [road] = await wordsTo('otherWorker', id);
    assert.match(road ?? '', /^通知：道路：二格修路，第二网格，(\d+ 年 )?\d+ 月 \d+ 日（周.）8:00 到 17:00$/);
    assert.deepEqual(await wordsTo('secretary', waits), [
      '有一条通知等您放行：「有号码」，请看一看能不能发。',
    ]);
    assert.deepEqual(await wordsTo('worker', waits), ['通知：停水：有号码，全社区']);
    assert.deepEqual(await wordsTo('communityWorker', waits), ['您写的通知放行了：有号码，全社区']);
  });

  it('is told to whoever belongs to a home there and can be told, once, and staff see to how many', async () => {
    const { database, town } = here;
    const { near, far } = town;
    const [first, second] = near.grids;
    const at = { communityId: near.id, gridId: first.id, buildingId: near.buildingId };
    const personOf = async (who: CastMember) =>
      (await database.query<{ id: string }>('select id from person where demo_key = ?', [who]))[0]?.id ?? '';
    const [neighbour, reporter, worker] = [
      await personOf('neighbour'),
      await personOf('reporter'),
      await personOf('worker'),
    ];
    const [inGrid] = await settleResidents(database, { ...at, buildingId: newId() }, [{}]);
    const [mover, beyond] = await settleResidents(database, { ...at, gridId: second.id }, [{}, {}]);
    await settleResidents(database, at, [
      ...[neighbour, reporter, worker].map((personId) => ({ personId })),
      { state: 'claimed' },
      { state: 'ended' },
      { erased: true },
      { mergedIntoId: neighbour },
      { awaitsGuardian: true },
      { account: false },
      { personId: mover ?? '' },
    ]);
    await settleResidents(database, { ...at, communityId: far.id }, [{}]);
    const whom = (reach: string, ...ids: string[]) =>
      here.as(
        'communityWorker',
        'GET',
        `/api/notices/audience?communityId=${near.id}&reach=${reach}${ids.map((id) => `&areaIds=${id}`).join('')}`,
      );
    const everybody = [neighbour, reporter, worker, inGrid, mover, beyond];
    assert.deepEqual((await whom('community')).body, { people: 6, withoutAccount: 1 });
    assert.deepEqual((await whom('grid', first.id, second.id)).body, { people: 6, withoutAccount: 1 });
    assert.deepEqual((await whom('grid', first.id)).body, { people: 5, withoutAccount: 1 });
    assert.deepEqual((await whom('building', near.buildingId)).body, { people: 5, withoutAccount: 1 });
    assertProblem(await whom('grid'), 422, 'notice/target-needed');
    assertProblem(await whom('grid', far.grids[0].id), 422, 'notice/target-unknown');

    const toldOf = async (id: string) => {
      const { told } = await eventually('all to be told', async () => {
        const { desk } = (await see('communityWorker', id)).body;
        return desk.told?.ended === true && desk;
      });
      const rows = await database.query<{ id: string; kind: string }>(
        'select person_id as id, kind from inbox_message where link_id = ?',
        [id],
      );
      return { told, who: rows.filter(({ kind }) => kind === 'notice_here').map((row) => row.id) };
    };
    const inBuilding = [neighbour, reporter, mover, beyond].sort();
    const building = { reach: 'building', areaIds: [near.buildingId], title: '一号楼消杀' };
    const { told: some, who } = await toldOf(await writeNotice(here, building));
    // Who works there is told as staff, and not again.
    assert.deepEqual(who.sort(), inBuilding);
    assert.deepEqual(some, { people: 4, expected: 5, ended: true });

    const id = await writeNotice(here, { title: '全停水', body: CALL_US });
    assert.equal((await see('secretary', id)).body.desk.told, null);
    await act('secretary', id, 'let-through');
    const all = await toldOf(id);
    assert.deepEqual(all.who.sort(), everybody.filter((one) => one !== worker).sort());
    assert.deepEqual(
      (await inbox('neighbour')).filter(({ link }) => link.id === id).map(({ title, body }) => [title, body]),
      [['全停水', '全社区。点开看要做什么。']],
    );
    const row = (await here.as('communityWorker', 'GET', '/api/notices/desk')).body.items[0];
    assert.deepEqual([row.id, row.told], [id, all.told]);
    assert.equal((await see('neighbour', id)).body.desk, null);

    // Who had come past is told in the end: somebody merged, or confirmed, while the others were told.
    const [late] = await settleResidents(database, at, [{}]);
    await database.query('update notice_telling set ended_at = null where notice_id = ?', [id]);
    await database.query(
      `insert into outbox_event (id, type, subject_type, subject_id, subject_seq, community_id, at, recorded_at, data,
         available_at)
       select ?, type, subject_type, subject_id, subject_seq + 1, community_id, at, now(3),
         json_object('actorId', null, 'after', 'ffffffff-ffff-7fff-bfff-ffffffffffff'), now(3)
         from outbox_event where subject_id = ? and subject_type = 'notice_telling' order by subject_seq desc limit 1`,
      [newId(), id],
    );
    assert.deepEqual((await toldOf(id)).who.sort(), [...all.who, late ?? ''].sort());

    // Withdrawn, all of them find that it is, and nowhere what it was called, however many they are.
    const more = Array.from({ length: 300 }, () => [newId(), newId(), id]);
    await database.query(
      `insert into inbox_message (id, person_id, kind, title, body, link_type, link_id, community_id, cause, at)
       select m.id, m.person_id, t.kind, t.title, t.body, t.link_type, t.link_id, t.community_id, t.cause, t.at
         from (${more.map(() => 'select ? as id, ? as person_id, ? as link_id').join(' union all ')}) m
         join inbox_message t on t.link_id = m.link_id and t.kind = 'notice_here' and t.person_id = ?`,
      [...more.flat(), neighbour],
    );
    await toldOf(await writeNotice(here, { ...building, title: '二号楼消杀' }));
    assert.notEqual((await inbox('neighbour'))[0]?.link.id, id, 'something newer was said');
    await here.as('neighbour', 'POST', '/api/inbox/read-all', {});
    assert.equal((await here.as('neighbour', 'GET', '/api/inbox/count')).body.unread, 0);
    await act('communityWorker', id, 'withdraw', { reason: '不停了' });
    await eventually('what was said to be taken back', async () => {
      const [row] = await database.query<{ left: number }>(
        "select count(*) as `left` from inbox_message where link_id = ? and concat(title, body) like '%停水%'",
        [id],
      );
      return Number(row?.left) === 0;
    });
    for (const who of ['neighbour', 'worker'] as const)
      assert.deepEqual(await wordsTo(who, id), ['已撤回的通知：社区撤回了这条通知，点开看原因。']);
    assert.equal((await inbox('neighbour'))[0]?.link.id, id, 'it stands among the newest');
    assert.equal((await here.as('neighbour', 'GET', '/api/inbox/count')).body.unread, 1);
  });

  it('of somebody known to WeChat goes out when WeChat finds nothing, and waits when it does', async () => {
    await hasWechat('communityWorker');
    for (const [body, state] of [
      ['请提前接水', 'published'],
      ['可疑词', 'waiting'],
    ] as const) {
      const id = await writeNotice(here, { body });
      const notice = await eventually('the check', async () => {
        const seen = (await see('communityWorker', id)).body;
        return seen.desk.checking === false && seen.state === state && seen;
      });
      assert.equal(notice.desk.found === null, state === 'published');
      assert.equal((await see(null, id)).status, state === 'published' ? 200 : 404);
      if (state === 'waiting')
        await eventually('the writer hears that it waits after all', async () =>
          (await wordsTo('communityWorker', id)).includes(
            '您写的通知在等放行：「明天停水」要请社区书记看一看才能发。',
          ),
        );
    }
  });
});
