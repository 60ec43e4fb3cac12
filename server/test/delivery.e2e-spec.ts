import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { uuidv7 } from '@linli/shared';
import { ask, eventually } from './support/api.js';
import {
  type Carrier,
  type DeliveryRow,
  deliveryOf,
  letItBeDue,
  owe,
  ROBOT_SEND,
  SUBSCRIBE_SEND,
  startCarrier,
} from './support/messages.js';
import { newId } from './support/new-id.js';
import { settleResidents } from './support/residents.js';
import { type RunningProcess, startServer } from './support/server-process.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { buildTown, type Town } from './support/town.js';

const PROGRESS = 'template-of-progress';
const WORK = 'template-of-work-to-do';
const NOTICE = 'template-of-a-notice';
const YEARS_AGO = new Date('2020-03-01T00:00:00Z');
const KEY = '0a1b2c3d-1111-2222-3333-444455556666';

let database: TestDatabase;
let town: Town;
let carrier: Carrier;
let environment: NodeJS.ProcessEnv;
let server: RunningProcess;
let secretary: string;
let people = 0;

before(async () => {
  [database, carrier] = await Promise.all([createTestDatabase(), startCarrier()]);
  town = await buildTown(database.url);
  const { id: communityId, subdistrictId } = town.near;
  await town.addPerson('secretary', [
    { role: 'community_secretary', areaId: communityId, communityId, subdistrictId },
  ]);
  environment = {
    WECHAT_BASE_URL: carrier.url,
    WECOM_BASE_URL: carrier.url,
    WECHAT_TEMPLATE_PROGRESS: `${PROGRESS} title=thing1 body=thing2 at=time3`,
    WECHAT_TEMPLATE_WORK: `${WORK} title=character_string1`,
    WECHAT_TEMPLATE_NOTICE: `${NOTICE} title=thing1 body=thing2`,
    LINLI_DISPATCH_MS: '50',
    LINLI_LOG_LEVEL: 'silent',
  };
  server = await startServer(database.url, environment);
  const session = await ask(server.url, 'POST', '/api/auth/demo', { body: { key: 'secretary' } });
  secretary = session.body.accessToken;
});
beforeEach(async () => {
  await carrier.reset();
  await database.query('delete from delivery');
});
after(async () => {
  await server?.stop();
  await town?.close();
  await carrier?.stop();
  await database?.drop();
});

/** Somebody with a WeChat login and, here and at WeChat, so many consents. */
async function subscriber(granted: number, atWechat = granted): Promise<{ id: string; openid: string }> {
  const { id } = await town.addPerson(`subscriber_${++people}`);
  const openid = `openid-of-${people}`;
  await database.query(
    `insert into person_login (id, person_id, kind, realm, subject, created_at) values (?, ?, 'wechat', 'wx-test', ?, utc_timestamp(3))`,
    [newId(), id, openid],
  );
  for (const template of [PROGRESS, WORK, NOTICE]) {
    await database.query(
      'insert into wechat_subscription (person_id, template_id, granted, banned) values (?, ?, ?, 0)',
      [id, template, granted],
    );
    if (atWechat > 0) await carrier.grant(openid, template, atWechat);
  }
  return { id, openid };
}

const settled = (id: string) =>
  eventually('the end of a delivery', async () => {
    const row = await deliveryOf(database, id);
    return row.state === 'waiting' ? null : row;
  });
/** One try that failed and left the row to be tried again. */
const failedOnce = (id: string, attempts = 1): Promise<DeliveryRow> =>
  eventually('a failed try', async () => {
    const row = await deliveryOf(database, id);
    return row.state === 'waiting' && row.attempts === attempts && row.lastError !== null ? row : null;
  });
const grantedTo = async (personId: string) => {
  const [row] = await database.query<{ granted: number }>(
    'select granted from wechat_subscription where person_id = ? and template_id = ?',
    [personId, PROGRESS],
  );
  return row?.granted;
};

describe('what is told to many', () => {
  const asSecretary = async (path: string, body: object) => {
    const answer = await ask(server.url, 'POST', path, { token: secretary, body });
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
  };
  const shanghaiIn = (hours: number) =>
    new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(11, 16);

  it('uses a consent of its own, waits for the morning, and stays here when it is withdrawn before', async () => {
    const [awake, asleep] = [await subscriber(1), await subscriber(1)];
    const { near } = town;
    const there = { communityId: near.id, gridId: near.grids[0].id, buildingId: near.buildingId };
    await settleResidents(database, there, [{ personId: awake.id }, { personId: asleep.id }]);
    await database.query(
      'insert into message_quiet_hours (person_id, from_time, to_time) values (?, null, null), (?, ?, ?)',
      [awake.id, asleep.id, shanghaiIn(-2), shanghaiIn(2)],
    );
    const over = newId();
    await asSecretary('/api/notices', {
      ...{ id: over, communityId: near.id, reach: 'community', areaIds: [], kind: 'water' },
      ...{ title: '今晚停水', body: '请接水', endsAt: new Date(Date.now() + 3_600_000).toISOString() },
    });
    await eventually('both to be told of tonight', async () => {
      const rows = await database.query('select 1 from inbox_message where link_id = ?', [over]);
      return rows.length === 2;
    });
    const targets = await database.query<{ targetId: string }>(
      'select target_id as targetId from delivery where link_id = ?',
      [over],
    );
    assert.deepEqual(targets, [{ targetId: awake.id }], 'who sleeps until it is over is not rung by it');
    await eventually('it to go out', async () => (await carrier.carried()).sent.length > 0);
    await carrier.reset();
    for (const { openid } of [awake, asleep]) await carrier.grant(openid, NOTICE, 1);
    await database.query('update wechat_subscription set granted = 1 where template_id = ?', [NOTICE]);
    await database.query('delete from delivery');

    const id = newId();
    await asSecretary('/api/notices', {
      ...{ id, communityId: near.id, reach: 'community', areaIds: [] },
      ...{ kind: 'water', title: '明天停水', body: '请接水' },
    });
    const sent = await eventually('WeChat to be asked', async () => {
      const { sent } = await carrier.carried();
      return sent.length > 0 && sent;
    });
    assert.deepEqual(sent, [
      {
        openid: awake.openid,
        templateId: NOTICE,
        page: `packages/notice/pages/detail/index?id=${id}`,
        data: { thing1: '明天停水', thing2: '全社区。点开看要做什么。' },
      },
    ]);
    assert.equal(await grantedTo(awake.id), 1, 'what they agreed to for their reports is left to them');
    const ofSleeper = async () => {
      const [row] = await database.query<{ state: string; lastError: string | null }>(
        'select state, last_error as lastError from delivery where target_id = ?',
        [asleep.id],
      );
      return row;
    };
    assert.deepEqual(await ofSleeper(), { state: 'waiting', lastError: null });
    const [given] = await settleResidents(database, there, [{}]);
    const cause = (
      await database.query<{ cause: string }>('select cause from delivery where link_id = ?', [id])
    )[0]?.cause;
    await database.query(
      `insert into delivery (id, channel, target_id, kind, title, body, link_type, link_id, cause, at, state, attempts,
         next_at, to_many)
       values (?, 'wechat', ?, 'notice_here', '明天停水', '', 'notice', ?, ?, now(3), 'dead', 5, now(3), 1)`,
      [newId(), given, id, cause],
    );
    // Whether the telling still met them or had ended before they came: told and not rung, like anybody given up on.
    await database.query(
      `insert ignore into inbox_message (id, person_id, kind, title, body, link_type, link_id, community_id, cause, at)
       values (?, ?, 'notice_here', '明天停水', '', 'notice', ?, ?, ?, now(3))`,
      [newId(), given, id, near.id, cause],
    );
    await asSecretary(`/api/notices/${id}/withdraw`, { actionId: newId(), reason: '不停了' });
    await eventually('it to be called off', async () => (await ofSleeper())?.state === 'skipped');
    assert.deepEqual(await ofSleeper(), { state: 'skipped', lastError: '通知撤回了' });
    const kept = await eventually('its words to go', async () => {
      const rows = await database.query<{ state: string; title: string }>(
        'select state, title from delivery where link_id = ? order by state',
        [id],
      );
      return rows.every(({ title }) => title !== '明天停水') && rows;
    });
    assert.deepEqual(
      kept.map(({ state }) => state),
      ['sent', 'skipped', 'skipped'],
      'what was given up cannot be begun again either',
    );
  });

  it('is asked about once more before it goes, however late that is: nobody is rung by what has passed', async () => {
    const { id: targetId, openid } = await subscriber(1);
    const id = newId();
    await asSecretary('/api/notices', {
      ...{ id, communityId: town.near.id, reach: 'community', areaIds: [] },
      ...{ kind: 'water', title: '后天停水', body: '请接水' },
    });
    for (const [change, why] of [
      ['over_at = now(3) - interval 1 second', '通知说的事过去了'],
      ["over_at = now(3) + interval 1 hour, state = 'withdrawn'", '通知撤回了'],
    ]) {
      await database.query(`update notice set ${change} where id = ?`, [id]);
      const late = await owe(database, {
        ...{ channel: 'wechat', targetId, kind: 'notice_here', attempts: 3, noticeId: id },
      });
      const { state, lastError } = await settled(late);
      assert.deepEqual({ state, lastError }, { state: 'skipped', lastError: why });
    }
    const { sent } = await carrier.carried();
    assert.deepEqual(
      sent.filter((message) => message.openid === openid),
      [],
    );
  });

  it('goes out behind what is told to somebody alone', async () => {
    const { id } = await subscriber(1);
    const at = new Date();
    await database.query(
      `insert into delivery (id, channel, target_id, kind, title, body, link_type, cause, at, state, attempts, next_at,
         to_many) values ?`,
      [
        Array.from({ length: 200 }, () => [
          ...[newId(), 'wechat', newId(), 'notice_here', '停水', '接水', 'none', newId(), at],
          ...['waiting', 0, at, 1],
        ]),
      ],
    );
    await settled(await owe(database, { channel: 'wechat', targetId: id }));
    const [left] = await database.query<{ many: number }>(
      "select count(*) as many from delivery where to_many = 1 and state = 'waiting'",
    );
    assert.ok((left?.many ?? 0) > 100, `${left?.many} of 200 are left`);
  });
});

describe('a subscribe message', () => {
  it('goes out with its fields cut to fit, and uses one consent up', async () => {
    const { id, openid } = await subscriber(2);
    const at = new Date('2026-11-22T01:05:00Z');
    const body = '师傅已经出发，预计半个小时以内到楼下，请您留意一下电话';
    const row = await settled(await owe(database, { channel: 'wechat', targetId: id, body, at }));
    assert.equal(row.state, 'sent');
    assert.deepEqual((await carrier.carried()).sent, [
      {
        openid,
        templateId: PROGRESS,
        page: 'pages/me/index',
        data: { thing1: '路灯的事有进展', thing2: `${body.slice(0, 19)}…`, time3: '2026年11月22日 09:05' },
      },
    ]);
    assert.equal(await grantedTo(id), 1);
  });

  it('that WeChat says is refused or used up is not tried again, and the consent is gone', async () => {
    const { id } = await subscriber(3, 0);
    const row = await settled(await owe(database, { channel: 'wechat', targetId: id }));
    assert.equal(row.state, 'skipped');
    assert.match(row.lastError ?? '', /43101/);
    assert.equal(row.attempts, 1);
    assert.equal(await grantedTo(id), 0);
  });

  it('whose field WeChat does not take is dead at once, with the reason', async () => {
    const { id } = await subscriber(1);
    await carrier.fault(SUBSCRIBE_SEND, { errcode: 47003 });
    const row = await settled(await owe(database, { channel: 'wechat', targetId: id }));
    assert.equal(row.state, 'dead');
    assert.match(row.lastError ?? '', /47003/);
    assert.equal(await grantedTo(id), 1);
  });

  it('with an identifier over length is a fault of ours: dead before WeChat is asked', async () => {
    const { id } = await subscriber(1);
    const title = 'x'.repeat(40);
    const row = await settled(
      await owe(database, { channel: 'wechat', targetId: id, kind: 'incident_reported', title }),
    );
    assert.equal(row.state, 'dead');
    assert.match(row.lastError ?? '', /character_string1/);
    assert.equal(await carrier.calls(SUBSCRIBE_SEND), 0);
  });

  it('comes through a token that ran out', async () => {
    const { id } = await subscriber(2);
    await settled(await owe(database, { channel: 'wechat', targetId: id }));
    await ask(carrier.url, 'POST', '/stand-in/expire-tokens', { body: {} });
    const row = await settled(await owe(database, { channel: 'wechat', targetId: id }));
    assert.equal(row.state, 'sent');
    assert.equal((await carrier.carried()).sent.length, 2);
  });

  it('waits and goes out later when WeChat is busy, answers 500 or says the quota is used up', async () => {
    for (const [fault, leastMs] of [
      [{ errcode: -1 }, 4_000],
      [{ status: 500 }, 4_000],
      [{ errcode: 45009 }, 3_590_000],
    ] as const) {
      const { id } = await subscriber(1);
      await carrier.fault(SUBSCRIBE_SEND, fault);
      const delivery = await owe(database, { channel: 'wechat', targetId: id });
      const row = await failedOnce(delivery);
      assert.ok(row.nextAt.getTime() - Date.now() > leastMs, `${row.nextAt}`);
      await letItBeDue(database, delivery);
      assert.equal((await settled(delivery)).state, 'sent');
    }
  });

  it('is given up after its last try, shown to the admins, and can be begun again', async () => {
    const { id } = await subscriber(1);
    await carrier.fault(SUBSCRIBE_SEND, { errcode: -1 });
    const delivery = await owe(database, { channel: 'wechat', targetId: id, attempts: 6 });
    const row = await settled(delivery);
    assert.deepEqual([row.state, row.attempts], ['dead', 7]);

    await town.addPerson('admin', [{ role: 'platform_admin' }]);
    const { accessToken: token } = (
      await ask(server.url, 'POST', '/api/auth/demo', { body: { key: 'admin' } })
    ).body;
    const listed = await ask(server.url, 'GET', '/api/deliveries/dead', { token });
    assert.equal(listed.body.items.length, 1);
    const [item] = listed.body.items;
    assert.equal(item.id, delivery);
    assert.equal(item.attempts, 7);
    assert.match(item.lastError, /-1/);
    assert.ok(!JSON.stringify(item).includes(id) && !JSON.stringify(item).includes('路灯'));

    const again = await ask(server.url, 'POST', `/api/deliveries/dead/${delivery}/retry`, { token });
    assert.equal(again.status, 204);
    assert.equal((await settled(delivery)).state, 'sent');
  });

  it('to somebody who never used WeChat, and a text to somebody without a phone, are skipped', async () => {
    const { id } = await town.addPerson('without_logins');
    for (const channel of ['wechat', 'sms'] as const) {
      const row = await settled(await owe(database, { channel, targetId: id }));
      assert.equal(row.state, 'skipped', channel);
    }
  });
});

describe('the robot of a staff group', () => {
  const path = () => `/api/communities/${town.near.id}/staff-group`;
  const configure = async (enabled = true, key = KEY) => {
    const webhook = `${carrier.url}/cgi-bin/webhook/send?key=${key}`;
    const put = await ask(server.url, 'PUT', path(), { token: secretary, body: { webhook, enabled } });
    assert.equal(put.status, 200, JSON.stringify(put.body));
  };
  const post = (body: string) => owe(database, { channel: 'wecom', targetId: town.near.id, body });
  const lastError = async () => (await ask(server.url, 'GET', path(), { token: secretary })).body.lastError;

  it('posts what is due', async () => {
    await configure();
    assert.equal((await settled(await post('有人上报：楼道的灯不亮了'))).state, 'sent');
    assert.deepEqual((await carrier.carried()).posted, [{ key: KEY, text: '有人上报：楼道的灯不亮了' }]);
  });

  it('that answers 500 or nothing at all is tried again, and the secretary sees it', async () => {
    await configure();
    await carrier.fault(ROBOT_SEND, { status: 500 });
    const first = await post('第一件');
    await failedOnce(first);
    assert.match(await lastError(), /500/);

    await carrier.fault(ROBOT_SEND, { hangMs: 5_000 });
    await letItBeDue(database, first);
    const since = Date.now();
    await failedOnce(first, 2);
    assert.ok(Date.now() - since < 8_000, 'a robot that hangs is given up after four seconds');
    await letItBeDue(database, first);
    assert.equal((await settled(first)).state, 'sent');
    assert.equal(await lastError(), null);
    // The call that was given up arrives all the same: at least once is what is promised.
    await eventually('the late arrival', async () => (await carrier.carried()).posted.length === 2);
  });

  it('that hangs holds up neither WeChat nor the robot of another community', async () => {
    await configure();
    await carrier.fault(ROBOT_SEND, { hangMs: 6_000 });
    await post('卡住的');
    await eventually('the call that hangs', async () => (await carrier.calls(ROBOT_SEND)) === 1);
    const { id } = await subscriber(1);
    const since = Date.now();
    assert.equal((await settled(await owe(database, { channel: 'wechat', targetId: id }))).state, 'sent');
    assert.ok(Date.now() - since < 3_000);
    await eventually('the late arrival', async () => (await carrier.carried()).posted.length === 1);
  });

  it('that was taken out of its group is dead, not tried again, and says so', async () => {
    await database.query('update staff_group set held_by = null, held_until = null');
    await configure(true, 'not-a-robot-of-any-group');
    const row = await settled(await post('没人听见'));
    assert.equal(row.state, 'dead');
    assert.match(row.lastError ?? '', /93000/);
    assert.match(await lastError(), /失效/);
    assert.equal(await carrier.calls(ROBOT_SEND), 1);
  });

  it('that was switched off lets what waited go', async () => {
    await configure(false);
    assert.equal((await settled(await post('停用以后'))).state, 'skipped');
    assert.equal(await carrier.calls(ROBOT_SEND), 0);
  });

  it('posts at most twenty times a minute and folds the rest into the last one', async () => {
    await configure();
    // All of them become due at one moment, as after an outage.
    const nextAt = new Date(Date.now() + 3_600_000);
    const ids: string[] = [];
    for (let n = 1; n <= 23; n++) {
      const at = new Date(2026, 0, n);
      const body = `第 ${n} 件`;
      ids.push(await owe(database, { channel: 'wecom', targetId: town.near.id, body, at, nextAt }));
    }
    await database.query('update delivery set next_at = utc_timestamp(3)');
    for (const id of ids) assert.equal((await settled(id)).state, 'sent');
    const { posted } = await carrier.carried();
    assert.equal(posted.length, 20);
    assert.equal(posted.at(-1)?.text, '第 20 件\n另有 3 件，请到后台看。');
    const calls = new Set(
      await Promise.all(ids.map(async (id) => (await deliveryOf(database, id)).sendingId)),
    );
    assert.equal(calls.size, 20);

    // The next one waits for the minute to be over.
    const next = await post('再一件');
    await eventually('the postponement', async () => {
      const row = await deliveryOf(database, next);
      return row.nextAt.getTime() > Date.now() + 2_000;
    });
    assert.deepEqual((await deliveryOf(database, next)).attempts, 0);
    await database.query(
      'update delivery set sent_at = sent_at - interval 2 minute where sent_at is not null',
    );
    await carrier.reset();
    await letItBeDue(database, next);
    assert.equal((await settled(next)).state, 'sent');
  });
});

describe('several processes', () => {
  it('make one call for each delivery between them, and keep nothing of what is long over', async () => {
    const old = ['sent', 'skipped', 'dead'].map((state) => [
      uuidv7(YEARS_AGO.getTime(), randomBytes(10)),
      state,
    ]);
    await database.query(
      `insert into delivery (id, state, channel, target_id, title, body, link_type, cause, at, attempts, next_at)
       values ?`,
      [old.map((row) => [...row, 'sms', newId(), '', '', 'none', newId(), YEARS_AGO, 1, YEARS_AGO])],
    );
    const others = await Promise.all([1, 2].map(() => startServer(database.url, environment)));
    try {
      const { id } = await subscriber(40);
      const ids = await Promise.all(
        Array.from({ length: 30 }, () => owe(database, { channel: 'wechat', targetId: id })),
      );
      for (const delivery of ids) assert.equal((await settled(delivery)).state, 'sent');
      assert.equal((await carrier.carried()).sent.length, 30);
      assert.equal(await grantedTo(id), 10);
      const left = () => database.query('select state from delivery where at = ?', [YEARS_AGO]);
      await eventually('what is over to be taken away', async () => (await left()).length === 1);
      assert.deepEqual(await left(), [{ state: 'dead' }], 'what was given up waits for a person');
    } finally {
      await Promise.all(others.map((other) => other.stop()));
    }
  });

  it('finish what one of them was killed over, once its claim has run out', async () => {
    await server.stop();
    const doomed = await startServer(database.url, environment);
    const { id } = await subscriber(5);
    await carrier.fault(SUBSCRIBE_SEND, { hangMs: 3_000 });
    const delivery = await owe(database, { channel: 'wechat', targetId: id });
    await eventually('the call', async () => (await carrier.calls(SUBSCRIBE_SEND)) === 1);
    await doomed.kill();

    const left = await deliveryOf(database, delivery);
    assert.deepEqual([left.state, left.attempts], ['waiting', 1]);
    server = await startServer(database.url, environment);
    const { accessToken } = (await ask(server.url, 'POST', '/api/auth/demo', { body: { key: 'secretary' } }))
      .body;
    secretary = accessToken;
    // Nobody touches it while the claim stands.
    assert.ok(left.nextAt.getTime() > Date.now());
    await letItBeDue(database, delivery);
    const row = await settled(delivery);
    assert.deepEqual([row.state, row.attempts], ['sent', 2]);
    // The first call may or may not have arrived before its sender died: at least once is what is promised.
    assert.ok((await carrier.carried()).sent.length >= 1);
  });
});
