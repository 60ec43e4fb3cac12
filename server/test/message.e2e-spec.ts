import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from './support/api.js';
import { type Carrier, putInInbox, startCarrier } from './support/messages.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';

const PROGRESS = 'template-of-progress';
const WORK = 'template-of-work-to-do';
const KEY = '0a1b2c3d-1111-2222-3333-444455556666';

let here: Neighbourhood;
let carrier: Carrier;
before(async () => {
  carrier = await startCarrier();
  here = await moveIn({
    WECHAT_BASE_URL: carrier.url,
    WECOM_BASE_URL: carrier.url,
    WECHAT_TEMPLATE_PROGRESS: PROGRESS,
    WECHAT_TEMPLATE_WORK: `${WORK} title=thing2 kind=phrase3 at=time4`,
  });
});
after(async () => {
  await here?.close();
  await carrier?.stop();
});

const idOf = async (key: string) => {
  const [person] = await here.database.query<{ id: string }>('select id from person where demo_key = ?', [
    key,
  ]);
  return person?.id ?? '';
};

describe('the inbox', () => {
  it('turns its pages newest first, without a gap or a double, while more arrives', async () => {
    const personId = await idOf('reporter');
    const start = Date.now() - 3_600_000;
    const ids: string[] = [];
    // Two of the same moment stand on either side of a page's end.
    for (let n = 0; n < 7; n++) {
      const at = new Date(start + Math.floor(n / 2) * 1000);
      ids.push(await putInInbox(here.database, personId, { title: `第 ${n} 条`, at }));
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = await here.as('reporter', 'GET', `/api/inbox?limit=2${query}`);
      assert.equal(page.status, 200);
      seen.push(...page.body.items.map((item: { id: string }) => item.id));
      cursor = page.body.nextCursor;
      await putInInbox(here.database, personId, { title: '刚来的' });
    } while (cursor !== null);
    assert.deepEqual(seen.filter((id) => ids.includes(id)).sort(), [...ids].sort());
    assert.equal(new Set(seen).size, seen.length);
    const titles = new Map(ids.map((id, n) => [id, Math.floor(n / 2)]));
    const order = seen.flatMap((id) => titles.get(id) ?? []);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => b - a),
    );
  });

  it('counts what is unread, keeps the first moment of reading, and reads up to what was seen', async () => {
    const personId = await idOf('neighbour');
    const first = await putInInbox(here.database, personId, { at: new Date(Date.now() - 60_000) });
    const second = await putInInbox(here.database, personId, { at: new Date(Date.now() - 30_000) });
    const later = await putInInbox(here.database, personId);
    const count = async () => (await here.as('neighbour', 'GET', '/api/inbox/count')).body.unread;
    assert.equal(await count(), 3);

    const read = await here.as('neighbour', 'POST', `/api/inbox/${first}/read`);
    assert.equal(read.status, 200);
    assert.notEqual(read.body.readAt, null);
    const again = await here.as('neighbour', 'POST', `/api/inbox/${first}/read`);
    assert.equal(again.body.readAt, read.body.readAt);
    assert.equal(await count(), 2);

    const newest = (await here.as('neighbour', 'GET', '/api/inbox')).body.items;
    const { at } = newest.find((item: { id: string }) => item.id === second);
    const left = await here.as('neighbour', 'POST', '/api/inbox/read-all', { until: at });
    assert.deepEqual(left.body, { unread: 1 });
    const unread = await here.as('neighbour', 'GET', '/api/inbox?unread=true');
    assert.deepEqual(
      unread.body.items.map((item: { id: string }) => item.id),
      [later],
    );
    assert.deepEqual((await here.as('neighbour', 'POST', '/api/inbox/read-all', {})).body, { unread: 0 });
  });

  it('counts no further than a screen would show', async () => {
    const personId = await idOf('otherWorker');
    for (let n = 0; n < 105; n++) await putInInbox(here.database, personId);
    assert.deepEqual((await here.as('otherWorker', 'GET', '/api/inbox/count')).body, { unread: 100 });
  });

  it("does not exist for others, nor does anything that is nobody's", async () => {
    const id = await putInInbox(here.database, await idOf('reporter'));
    for (const foreign of [id, newId(), 'x', '%00', '通知']) {
      const answer = await here.as('neighbour', 'POST', `/api/inbox/${encodeURIComponent(foreign)}/read`);
      assertProblem(answer, 404, 'message/not-found');
    }
    const unread = (await here.as('reporter', 'GET', '/api/inbox?unread=true&limit=50')).body.items;
    assert.ok(unread.some((item: { id: string }) => item.id === id));
  });

  it('refuses a page that is none', async () => {
    const get = (query: string) => here.as('reporter', 'GET', `/api/inbox?${query}`);
    assertProblem(await get('cursor=xyz'), 400, 'request/cursor-invalid');
    for (const query of ['limit=0', 'limit=51', 'limit=x', 'unread=maybe'])
      assertProblem(await get(query), 400, 'request/invalid');
  });
});

describe('how somebody wants to be told', () => {
  const path = '/api/me/message-settings';

  it('begins with the night quiet and the kinds that concern them', async () => {
    const { status, body } = await here.as('reporter', 'GET', path);
    assert.equal(status, 200);
    assert.deepEqual(body.quietHours, { from: '22:00', to: '07:00' });
    assert.deepEqual(
      body.channels.map(({ channel }: { channel: string }) => channel),
      ['wechat', 'sms'],
    );
    const kinds = (answer: typeof body) => answer.kinds.map(({ kind }: { kind: string }) => kind);
    assert.ok(kinds(body).includes('incident_resolved'));
    assert.ok(!kinds(body).includes('incident_reported'));
    assert.ok(kinds((await here.as('worker', 'GET', path)).body).includes('incident_reported'));
  });

  it('keeps what they choose, and leaves alone what they do not name', async () => {
    const changed = await here.as('reporter', 'PUT', path, {
      quietHours: { from: '21:30', to: '06:15' },
      choices: [{ kind: 'incident_progress', channel: 'wechat', on: false }],
    });
    assert.equal(changed.status, 200);
    await here.as('reporter', 'PUT', path, {
      choices: [{ kind: 'incident_resolved', channel: 'sms', on: true }],
    });
    const { body } = await here.as('reporter', 'GET', path);
    assert.deepEqual(body.quietHours, { from: '21:30', to: '06:15' });
    const of = (kind: string) => body.kinds.find((item: { kind: string }) => item.kind === kind).channels;
    assert.deepEqual(of('incident_progress'), [{ channel: 'wechat', on: false, switchable: true }]);
    assert.deepEqual(of('incident_resolved'), [
      { channel: 'wechat', on: true, switchable: true },
      { channel: 'sms', on: true, switchable: true },
    ]);
    assert.deepEqual((await here.as('reporter', 'PUT', path, { quietHours: null })).body.quietHours, null);
    assert.deepEqual((await here.as('reporter', 'GET', path)).body.quietHours, null);
    // Somebody else's are as they were.
    assert.deepEqual((await here.as('neighbour', 'GET', path)).body.quietHours, {
      from: '22:00',
      to: '07:00',
    });
  });

  it('refuses to switch what is fixed, and changes nothing then', async () => {
    const answer = await here.as('worker', 'PUT', path, {
      quietHours: null,
      choices: [
        { kind: 'incident_due_soon', channel: 'wechat', on: false },
        { kind: 'incident_escalated', channel: 'wechat', on: false },
      ],
    });
    assertProblem(answer, 422, 'message/channel-fixed');
    const { body } = await here.as('worker', 'GET', path);
    assert.deepEqual(body.quietHours, { from: '22:00', to: '07:00' });
  });

  it('names the field that is wrong', async () => {
    for (const bad of [
      { quietHours: { from: '24:00', to: '07:00' } },
      { quietHours: { from: '7:00', to: '07:00' } },
      { quietHours: 'never' },
      { choices: [{ kind: 'gossip', channel: 'wechat', on: true }] },
      { choices: [{ kind: 'incident_progress', channel: 'pigeon', on: true }] },
      { choices: 'all' },
    ]) {
      assertProblem(await here.as('reporter', 'PUT', path, bad), 400, 'request/invalid');
    }
  });
});

describe('what somebody let WeChat tell them', () => {
  const path = '/api/me/wechat-subscriptions';
  const stand = async (who: 'reporter' | 'worker', templateId = PROGRESS) =>
    (await here.as(who, 'GET', path)).body.items.find(
      (item: { templateId: string }) => item.templateId === templateId,
    );

  it('is asked for only what concerns them', async () => {
    assert.deepEqual(await stand('reporter', WORK), undefined);
    assert.equal((await stand('worker', WORK)).mayAsk, true);
  });

  it('counts each yes once, however often it is sent', async () => {
    const body = { id: newId(), answers: [{ templateId: PROGRESS, answer: 'accept' }] };
    const [first, second] = await Promise.all([1, 2].map(() => here.as('reporter', 'POST', path, body)));
    assert.deepEqual([first?.status, second?.status], [200, 200]);
    assert.equal((await stand('reporter')).granted, 1);
    await here.as('reporter', 'POST', path, { ...body, id: newId() });
    assert.equal((await stand('reporter')).granted, 2);
    const other = { ...body, answers: [{ templateId: PROGRESS, answer: 'reject' }] };
    assertProblem(await here.as('reporter', 'POST', path, other), 409, 'request/id-used-differently');
    assertProblem(await here.as('neighbour', 'POST', path, body), 409, 'request/id-used-differently');
  });

  it('remembers a no and a ban, so that nobody is nagged', async () => {
    const answer = (value: string) =>
      here.as('worker', 'POST', path, { id: newId(), answers: [{ templateId: PROGRESS, answer: value }] });
    await answer('reject');
    assert.equal((await stand('worker')).mayAsk, false);
    // After a month one may ask again.
    await here.database.query('update wechat_subscription set refused_at = refused_at - interval 31 day');
    assert.equal((await stand('worker')).mayAsk, true);
    await answer('accept');
    await answer('ban');
    assert.deepEqual(
      { ...(await stand('worker')), label: '' },
      { templateId: PROGRESS, key: 'progress', label: '', granted: 0, mayAsk: false },
    );
  });

  it('refuses a template that is not ours and an answer that is none', async () => {
    const ask = (answers: unknown) => here.as('reporter', 'POST', path, { id: newId(), answers });
    assertProblem(
      await ask([{ templateId: 'another-platforms', answer: 'accept' }]),
      422,
      'message/template-unknown',
    );
    assertProblem(await ask([{ templateId: PROGRESS, answer: 'perhaps' }]), 400, 'request/invalid');
    assertProblem(await ask([]), 400, 'request/invalid');
  });
});

describe("a community's staff group", () => {
  const pathOf = (communityId: string) => `/api/communities/${communityId}/staff-group`;
  const webhook = () => `${carrier.url}/cgi-bin/webhook/send?key=${KEY}`;

  it('is set up by its secretary, shows the end of the address only, and keeps the rest encrypted', async () => {
    const path = pathOf(here.town.near.id);
    assert.deepEqual((await here.as('secretary', 'GET', path)).body, {
      configured: false,
      enabled: false,
      webhookEnd: null,
      lastOkAt: null,
      lastError: null,
      lastErrorAt: null,
    });
    const put = await here.as('secretary', 'PUT', path, { webhook: webhook(), enabled: true });
    assert.equal(put.status, 200);
    assert.equal(put.body.webhookEnd, '6666');
    assert.ok(!JSON.stringify(put.body).includes(KEY));
    const stored = JSON.stringify(await here.database.query('select * from staff_group'));
    assert.ok(stored.includes('v1:') && !stored.includes(KEY));
    assert.equal((await here.as('secretary', 'PUT', path, { enabled: false })).body.enabled, false);
    assert.equal((await here.as('secretary', 'PUT', path, { enabled: true })).body.webhookEnd, '6666');
  });

  it('takes no address but that of a robot, whatever it is dressed as', async () => {
    const { host } = new URL(carrier.url);
    for (const address of [
      `https://example.com/cgi-bin/webhook/send?key=${KEY}`,
      `http://user@${host}/cgi-bin/webhook/send?key=${KEY}`,
      `http://${host}@example.com/cgi-bin/webhook/send?key=${KEY}`,
      `http://${host}.example.com/cgi-bin/webhook/send?key=${KEY}`,
      `http://127.0.0.1:1/cgi-bin/webhook/send?key=${KEY}`,
      `${carrier.url}/cgi-bin/webhook/../token?key=${KEY}`,
      `${carrier.url}/cgi-bin/webhook/send?key=${KEY}&debug=1`,
      `${carrier.url}/cgi-bin/webhook/send?key=short`,
      `${carrier.url}/cgi-bin/webhook/send`,
      `file:///etc/passwd?key=${KEY}`,
      'not an address',
    ]) {
      const answer = await here.as('secretary', 'PUT', pathOf(here.town.near.id), {
        webhook: address,
        enabled: true,
      });
      assertProblem(answer, 422, 'staff-group/address-wrong');
    }
  });

  it("is nobody else's: another community's does not exist, and a worker may not look", async () => {
    assertProblem(
      await here.as('secretary', 'PUT', pathOf(here.town.far.id), { webhook: webhook(), enabled: true }),
      404,
      'staff-group/not-found',
    );
    assertProblem(
      await here.as('communityWorker', 'GET', pathOf(here.town.near.id)),
      403,
      'auth/not-permitted',
    );
  });

  it('can be tried, and says what is wrong when it is', async () => {
    const path = pathOf(here.town.near.id);
    await here.as('secretary', 'PUT', path, { webhook: webhook(), enabled: true });
    assert.deepEqual((await here.as('secretary', 'POST', `${path}/test`)).body, { ok: true, reason: null });
    assert.notEqual((await here.as('secretary', 'GET', path)).body.lastOkAt, null);
    const { posted } = await carrier.carried();
    assert.equal(posted.at(-1)?.key, KEY);

    await carrier.fault('/cgi-bin/webhook/send', { status: 500 });
    const failed = (await here.as('secretary', 'POST', `${path}/test`)).body;
    assert.equal(failed.ok, false);
    assert.match(failed.reason, /没有回应/);

    await carrier.fault('/cgi-bin/webhook/send', { errcode: 93000 });
    const refused = (await here.as('secretary', 'POST', `${path}/test`)).body;
    assert.match(refused.reason, /失效/);
    assert.match((await here.as('secretary', 'GET', path)).body.lastError, /失效/);
  });
});
