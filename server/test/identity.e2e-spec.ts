import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Answer, ask, assertProblem } from './support/api.js';
import { built } from './support/built.js';
import {
  type RunningProcess,
  refusalToStart,
  startServer,
  startWechatStandIn,
} from './support/server-process.js';
import { serverEnvironment } from './support/settings.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { buildTown, type Town } from './support/town.js';

let database: TestDatabase;
let town: Town;
let wechat: RunningProcess;
let server: RunningProcess;
let phonesUsed = 0;

before(async () => {
  database = await createTestDatabase();
  [town, wechat] = await Promise.all([buildTown(database.url), startWechatStandIn()]);
  server = await startServer(database.url, { WECHAT_BASE_URL: wechat.url });
});

after(async () => {
  await Promise.all([server?.stop(), wechat?.stop(), town?.close()]);
  await database?.drop();
});

const post = (path: string, body: unknown, token?: string) => ask(server.url, 'POST', path, { body, token });
const me = (token: string) => ask(server.url, 'GET', '/api/me', { token });
const steer = async (path: string, body: unknown = {}) =>
  (await ask(wechat.url, 'POST', `/stand-in/${path}`, { body })).body;
const refresh = (refreshToken: string) => post('/api/auth/refresh', { refreshToken });

function freshPhone(): string {
  phonesUsed += 1;
  return `139${String(phonesUsed).padStart(8, '0')}`;
}

async function codeFor(phone: string): Promise<string> {
  const sent = await post('/api/auth/phone-codes', { phone });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  return sent.body.demoCode;
}

async function signedIn(): Promise<Answer['body']> {
  const phone = freshPhone();
  const answer = await post('/api/auth/phone', { phone, code: await codeFor(phone) });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

const another = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a phone and a one-time code', () => {
  it('makes a person at the first sign-in and finds them at the next', async () => {
    const phone = freshPhone();
    const first = await post('/api/auth/phone', { phone, code: await codeFor(phone) });
    assert.equal(first.status, 200);
    assert.equal(first.body.me.name, `邻居${phone.slice(-4)}`);
    assert.deepEqual(first.body.me.appointments, []);
    await database.query('update phone_code_quota set last_sent_at = last_sent_at - interval 2 minute');
    const second = await post('/api/auth/phone', { phone, code: await codeFor(phone) });
    assert.equal(second.body.me.id, first.body.me.id);
    assert.equal((await me(second.body.accessToken)).body.id, first.body.me.id);
  });

  it('keeps the phone encrypted, and no code in the clear', async () => {
    const phone = freshPhone();
    const code = await codeFor(phone);
    await post('/api/auth/phone', { phone, code });
    const dump = JSON.stringify([
      await database.query('select * from person_login'),
      await database.query('select * from one_time_code'),
      await database.query('select * from phone_code_quota'),
    ]);
    assert.ok(dump.includes('v1:'));
    assert.ok(!dump.includes(phone));
    assert.ok(!dump.includes(`"${code}"`));
  });

  it('takes a code once, however many send it at the same moment', async () => {
    const phone = freshPhone();
    const code = await codeFor(phone);
    const answers = await Promise.all([1, 2, 3].map(() => post('/api/auth/phone', { phone, code })));
    assert.equal(answers.filter((a) => a.status === 200).length, 1);
    for (const refused of answers.filter((a) => a.status !== 200))
      assertProblem(refused, 401, 'auth/code-wrong');
  });

  it('refuses a wrong code, counts the tries, and then wants a new one', async () => {
    const phone = freshPhone();
    const code = await codeFor(phone);
    const wrong = another(code);
    for (let i = 0; i < 4; i++)
      assertProblem(await post('/api/auth/phone', { phone, code: wrong }), 401, 'auth/code-wrong');
    assertProblem(await post('/api/auth/phone', { phone, code: wrong }), 429, 'auth/code-tries-used-up');
    assertProblem(await post('/api/auth/phone', { phone, code }), 429, 'auth/code-tries-used-up');
  });

  it('refuses a code that is too old, and one for another phone', async () => {
    const phone = freshPhone();
    const code = await codeFor(phone);
    assertProblem(await post('/api/auth/phone', { phone: freshPhone(), code }), 401, 'auth/code-wrong');
    await database.query('update one_time_code set expires_at = expires_at - interval 6 minute');
    assertProblem(await post('/api/auth/phone', { phone, code }), 401, 'auth/code-expired');
  });

  it('sends again only after a minute, and ten times a day', async () => {
    const phone = freshPhone();
    await codeFor(phone);
    const soon = await post('/api/auth/phone-codes', { phone });
    const problem = assertProblem(soon, 429, 'auth/code-too-soon');
    assert.ok(Number(soon.headers.get('retry-after')) > 0 && Number(soon.headers.get('retry-after')) <= 60);
    assert.equal(problem.retryAfterSeconds, Number(soon.headers.get('retry-after')));
    await database.query(
      'update phone_code_quota set last_sent_at = last_sent_at - interval 2 minute, sent = 10',
    );
    assertProblem(await post('/api/auth/phone-codes', { phone }), 429, 'auth/code-day-limit');
    await database.query('update phone_code_quota set day = day - 1');
    assert.equal((await post('/api/auth/phone-codes', { phone })).status, 201);
  });

  it('names the field that is wrong', async () => {
    const short = assertProblem(
      await post('/api/auth/phone-codes', { phone: '12345' }),
      400,
      'request/invalid',
    );
    assert.deepEqual(short.errors, [{ field: 'phone', message: '手机号要是 11 位数字' }]);
    const typed = assertProblem(
      await post('/api/auth/phone', { phone: 13900000000, code: ['1'] }),
      400,
      'request/invalid',
    );
    assert.deepEqual(typed.errors?.map((e) => e.field).sort(), ['code', 'phone']);
    const extra = assertProblem(
      await post('/api/auth/phone-codes', { phone: '13900009999', admin: true }),
      400,
      'request/invalid',
    );
    assert.equal(extra.errors?.[0]?.field, 'admin');
  });
});

describe('WeChat', () => {
  const login = (code: string) => post('/api/auth/wechat', { code });
  const codeOf = async (person: string, state = 'fresh') =>
    (await steer('login-codes', { person, state })).code;

  it('signs in the person behind a code, the same one each time', async () => {
    const first = await login(await codeOf('zhang'));
    assert.equal(first.status, 200, JSON.stringify(first.body));
    assert.equal(first.body.me.name, '微信用户');
    assert.equal((await login(await codeOf('zhang'))).body.me.id, first.body.me.id);
    assert.notEqual((await login(await codeOf('li'))).body.me.id, first.body.me.id);
  });

  it('makes one person of several first sign-ins at once', async () => {
    const codes = await Promise.all([1, 2, 3, 4].map(() => codeOf('newcomer')));
    const answers = await Promise.all(codes.map(login));
    assert.deepEqual(
      answers.map((a) => a.status),
      [200, 200, 200, 200],
    );
    assert.equal(new Set(answers.map((a) => a.body.me.id)).size, 1);
  });

  it('says in Chinese what is wrong with a code', async () => {
    assertProblem(await login(await codeOf('zhang', 'expired')), 401, 'auth/wechat-code-expired');
    assertProblem(await login('made-up'), 401, 'auth/wechat-code-expired');
    const code = await codeOf('zhang');
    assert.equal((await login(code)).status, 200);
    assertProblem(await login(code), 401, 'auth/wechat-code-used');
  });

  it('passes on that WeChat is busy, limits us, or does not answer', async () => {
    await steer('faults', { route: '/sns/jscode2session', errcode: -1 });
    const busy = await login(await codeOf('zhang'));
    assertProblem(busy, 503, 'auth/wechat-busy');
    assert.ok(Number(busy.headers.get('retry-after')) > 0);
    await steer('faults', { route: '/sns/jscode2session', errcode: 45011 });
    assertProblem(await login(await codeOf('zhang')), 429, 'auth/wechat-too-often');
    await steer('faults', { route: '/sns/jscode2session', hangMs: 6_000 });
    assertProblem(await login(await codeOf('zhang')), 503, 'auth/wechat-busy');
    assert.equal((await login(await codeOf('zhang'))).status, 200, 'and works again at once');
  });

  it('adds the verified phone, though its access token ends in between', async () => {
    const { accessToken, me: self } = (await login(await codeOf('wang'))).body;
    const phone = freshPhone();
    const add = async (number: string, token: string) =>
      post('/api/me/phone/wechat', { code: (await steer('phone-codes', { phone: number })).code }, token);
    await steer('expire-tokens');
    const added = await add(phone, accessToken);
    assert.equal(added.status, 200, JSON.stringify(added.body));
    assert.equal(added.body.maskedPhone, `139****${phone.slice(-4)}`);
    await steer('expire-tokens');
    assert.equal((await add(phone, accessToken)).status, 200, 'again, with another token, changes nothing');
    await steer('faults', { route: '/wxa/business/getuserphonenumber', errcode: 40001 });
    assert.equal((await add(phone, accessToken)).status, 200, 'a token that is refused is renewed');
    const byPhone = await post('/api/auth/phone', { phone, code: await codeFor(phone) });
    assert.equal(byPhone.body.me.id, self.id, 'the phone now leads to the same person');
    const stranger = (await login(await codeOf('zhao'))).body.accessToken;
    assertProblem(await add(phone, stranger), 409, 'identity/phone-taken');
  });

  it('fetches one access token for many who need it at once', async () => {
    const { accessToken } = (await login(await codeOf('sun'))).body;
    await steer('expire-tokens');
    const codes = await Promise.all(
      [1, 2, 3, 4].map(async () => (await steer('phone-codes', { phone: '13700000000' })).code),
    );
    const before = (await steer('calls'))['/cgi-bin/stable_token'] ?? 0;
    const answers = await Promise.all(
      codes.map((code) => post('/api/me/phone/wechat', { code }, accessToken)),
    );
    assert.deepEqual(
      answers.map((a) => a.status),
      [200, 200, 200, 200],
    );
    assert.ok((await steer('calls'))['/cgi-bin/stable_token'] - before <= 1);
  });
});

describe('an account and a password', () => {
  const login = (account: string, password: string) => post('/api/auth/password', { account, password });

  it('signs in, whatever the case of the account', async () => {
    const person = await town.addPerson('console_one', [
      { role: 'community_worker', areaId: town.near.id, communityId: town.near.id },
    ]);
    await town.addPasswordLogin(person.id, 'Worker1', 'right-password');
    const answer = await login('worker1', 'right-password');
    assert.equal(answer.status, 200);
    assert.equal(answer.body.me.appointments[0].communityName, '近处社区');
    assert.equal(answer.body.me.appointments[0].roleLabel, '社区工作者');
    assert.ok(answer.body.me.permissions.includes('incident.queue'));
    assert.equal((await login('WORKER1', 'right-password')).status, 200);
  });

  it('locks after five wrong passwords, for accounts that exist and that do not, and opens again', async () => {
    const person = await town.addPerson('console_two');
    await town.addPasswordLogin(person.id, 'worker2', 'right-password');
    for (const account of ['worker2', 'nobody-of-that-name']) {
      for (let i = 0; i < 5; i++) assertProblem(await login(account, 'wrong'), 401, 'auth/password-wrong');
      const locked = await login(account, 'right-password');
      assertProblem(locked, 429, 'auth/locked');
      assert.ok(Number(locked.headers.get('retry-after')) > 0);
    }
    await database.query('update password_failure set locked_until = locked_until - interval 16 minute');
    assert.equal((await login('worker2', 'right-password')).status, 200);
  });

  it('does not let guesses sent at once past the limit', async () => {
    const person = await town.addPerson('console_three');
    await town.addPasswordLogin(person.id, 'worker3', 'right-password');
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => login('worker3', `guess ${i}`)));
    assert.equal(answers.filter((a) => a.status === 401).length, 5);
    assert.equal(answers.filter((a) => a.status === 429).length, 7);
  });
});

describe('staying signed in', () => {
  it('rotates the refresh token', async () => {
    const first = await signedIn();
    const second = await refresh(first.refreshToken);
    assert.equal(second.status, 200);
    assert.notEqual(second.body.refreshToken, first.refreshToken);
    assert.equal((await refresh(second.body.refreshToken)).status, 200);
  });

  it('lets a phone that lost the answer ask again at once, even several times at once', async () => {
    const first = await signedIn();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(first.refreshToken)));
    assert.deepEqual(
      answers.map((a) => a.status),
      [200, 200, 200],
    );
    assert.equal(new Set(answers.map((a) => a.body.refreshToken)).size, 3);
  });

  it('ends the whole family when a used token comes back later', async () => {
    const first = await signedIn();
    const second = (await refresh(first.refreshToken)).body;
    await database.query(
      'update refresh_token set rotated_at = rotated_at - interval 1 minute where rotated_at is not null',
    );
    assertProblem(await refresh(first.refreshToken), 401, 'auth/session-ended');
    assertProblem(await refresh(second.refreshToken), 401, 'auth/session-ended');
    assertProblem(await me(second.accessToken), 401, 'auth/token-invalid');
  });

  it('refuses a refresh token that is too old or made up', async () => {
    const session = await signedIn();
    await database.query('update refresh_token set expires_at = issued_at where rotated_at is null');
    assertProblem(await refresh(session.refreshToken), 401, 'auth/session-ended');
    assertProblem(await refresh('made-up'), 401, 'auth/session-ended');
  });

  it('signs out at once, and twice is no harm', async () => {
    const session = await signedIn();
    assert.equal((await post('/api/auth/logout', { refreshToken: session.refreshToken })).status, 204);
    assert.equal((await post('/api/auth/logout', { refreshToken: session.refreshToken })).status, 204);
    assertProblem(await me(session.accessToken), 401, 'auth/token-invalid');
    assertProblem(await refresh(session.refreshToken), 401, 'auth/session-ended');
  });

  it('ends everything of a person who is suspended', async () => {
    const session = await signedIn();
    await database.query('update person set suspended_at = now(3) where id = ?', [session.me.id]);
    assertProblem(await me(session.accessToken), 401, 'auth/token-invalid');
    assertProblem(await refresh(session.refreshToken), 401, 'auth/session-ended');
  });
});

describe('access tokens', () => {
  const forge = (claims: object, key: string, header: object = { alg: 'HS256', typ: 'JWT' }) => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${encode(header)}.${encode(claims)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };

  it('refuses forged, unsigned, altered and foreign ones, on public routes too', async () => {
    const { accessToken } = await signedIn();
    const [header, claims, signature] = accessToken.split('.');
    const { sub, sid } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const soon = Math.floor(Date.now() / 1000) + 600;
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const otherClaims = Buffer.from(JSON.stringify({ sub: town.near.id, sid, exp: soon })).toString(
      'base64url',
    );
    for (const token of [
      forge({ sub, sid, exp: soon }, 'a secret that only the tests know about'),
      forge({ sub, sid, exp: soon }, ''),
      `${header}.${otherClaims}.${signature}`,
      unsigned,
      'not-a-token',
      '',
    ]) {
      assertProblem(await me(token), 401, 'auth/token-invalid');
      assertProblem(await ask(server.url, 'GET', '/api/communities', { token }), 401, 'auth/token-invalid');
    }
    assert.equal((await me(accessToken)).status, 200);
  });

  it('refuses one that has run out', async () => {
    assertProblem(await me(await staleToken()), 401, 'auth/token-invalid');
  });

  it('does not stand in the way of signing in again', async () => {
    const phone = freshPhone();
    const code = await codeFor(phone);
    assert.equal((await post('/api/auth/phone', { phone, code }, 'stale')).status, 200);
  });
});

/** Issued by the server's own class, an hour ago. */
async function staleToken() {
  const { AccessTokens } = await built<typeof import('../src/platform/auth/access-tokens.js')>(
    'platform/auth/access-tokens.js',
  );
  const { Settings } = await built<typeof import('../src/platform/config/settings.js')>(
    'platform/config/settings.js',
  );
  const { accessToken } = await signedIn();
  const { sub, sid } = JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url').toString());
  const hourAgo = { now: () => new Date(Date.now() - 3_600_000) };
  const tokens = new AccessTokens(new Settings(serverEnvironment(database.url)), hourAgo);
  return (await tokens.issue({ sub, sid })).token;
}

describe('appointments', () => {
  it('stop counting with the next request after they end', async () => {
    const person = await town.addPerson('short_lived', [
      {
        role: 'grid_worker',
        areaId: town.near.grids[0].id,
        communityId: town.near.id,
        gridId: town.near.grids[0].id,
      },
    ]);
    const { accessToken } = (await post('/api/auth/demo', { key: 'short_lived' })).body;
    assert.equal((await me(accessToken)).body.appointments[0].gridName, '第一网格');
    assert.equal(
      (await ask(server.url, 'GET', '/api/incidents/workbench', { token: accessToken })).status,
      200,
    );
    await town.endAppointment(person.appointmentIds[0] as string);
    const refused = await ask(server.url, 'GET', '/api/incidents/workbench', { token: accessToken });
    assertProblem(refused, 403, 'auth/not-permitted');
    assert.deepEqual((await me(accessToken)).body.appointments, []);
  });
});

describe('the demo', () => {
  it('lists its people and signs in as one of them', async () => {
    const { body } = await ask(server.url, 'GET', '/api/auth/demo-people');
    assert.ok(body.items.length > 0);
    assert.match(body.samplePlaceCode, /^\w{8}$/);
    assert.equal((await post('/api/auth/demo', { key: body.items[0].key })).status, 200);
    assertProblem(await post('/api/auth/demo', { key: 'nobody' }), 404, 'auth/demo-person-unknown');
  });

  it('is not there without LINLI_DEMO, where codes are not shown and guesses are throttled', async () => {
    const real = await startServer(database.url, { LINLI_DEMO: '0', WECHAT_APP_ID: '' });
    try {
      assertProblem(await ask(real.url, 'GET', '/api/auth/demo-people'), 404, 'auth/demo-off');
      assertProblem(
        await ask(real.url, 'POST', '/api/auth/demo', { body: { key: 'short_lived' } }),
        404,
        'auth/demo-off',
      );
      const code = await ask(real.url, 'POST', '/api/auth/phone-codes', { body: { phone: freshPhone() } });
      assertProblem(code, 503, 'auth/sms-not-configured');
      const wechatOff = await ask(real.url, 'POST', '/api/auth/wechat', { body: { code: 'x' } });
      assertProblem(wechatOff, 503, 'auth/wechat-not-configured');
      const guesses = await Promise.all(
        Array.from({ length: 40 }, () =>
          ask(real.url, 'POST', '/api/auth/phone', { body: { phone: freshPhone(), code: '123456' } }),
        ),
      );
      const throttled = guesses.filter((a) => a.status === 429);
      assert.equal(throttled.length, 10);
      assertProblem(throttled[0] as Answer, 429, 'request/too-many');
      assert.ok(Number(throttled[0]?.headers.get('retry-after')) > 0);
    } finally {
      await real.stop();
    }
  });

  it('refuses to start in production', async () => {
    const environment = serverEnvironment(database.url, { NODE_ENV: 'production', LINLI_DEMO: '1' });
    const { code, said } = await refusalToStart(environment);
    assert.equal(code, 1);
    assert.match(said, /LINLI_DEMO/);
  });
});
