import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, ask, assertProblem } from './support/api.js';
import { type Entrance, openEntrance } from './support/entrance.js';
import { refusalToStart, startServer } from './support/server-process.js';
import { serverEnvironment } from './support/settings.js';

let here: Entrance;
before(async () => {
  here = await openEntrance();
});
after(() => here?.close());

const another = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a phone and a one-time code', () => {
  it('makes a person at the first sign-in and finds them at the next', async () => {
    const phone = here.freshPhone();
    const first = await here.post('/api/auth/phone', { phone, code: await here.codeFor(phone) });
    assert.equal(first.status, 200);
    assert.equal(first.body.me.name, `邻居${phone.slice(-4)}`);
    assert.deepEqual(first.body.me.appointments, []);
    await here.database.query('update phone_code_quota set last_sent_at = last_sent_at - interval 2 minute');
    const second = await here.post('/api/auth/phone', { phone, code: await here.codeFor(phone) });
    assert.equal(second.body.me.id, first.body.me.id);
    assert.equal((await here.me(second.body.accessToken)).body.id, first.body.me.id);
  });

  it('keeps the phone encrypted, and no code in the clear', async () => {
    const phone = here.freshPhone();
    const code = await here.codeFor(phone);
    await here.post('/api/auth/phone', { phone, code });
    const dump = JSON.stringify([
      await here.database.query('select * from person_login'),
      await here.database.query('select * from one_time_code'),
      await here.database.query('select * from phone_code_quota'),
    ]);
    assert.ok(dump.includes('v1:'));
    assert.ok(!dump.includes(phone));
    assert.ok(!dump.includes(`"${code}"`));
  });

  it('takes a code once, however many send it at the same moment', async () => {
    const phone = here.freshPhone();
    const code = await here.codeFor(phone);
    const answers = await Promise.all([1, 2, 3].map(() => here.post('/api/auth/phone', { phone, code })));
    assert.equal(answers.filter((a) => a.status === 200).length, 1);
    for (const refused of answers.filter((a) => a.status !== 200))
      assertProblem(refused, 401, 'auth/code-wrong');
  });

  it('refuses a wrong code, counts the tries, and then wants a new one', async () => {
    const phone = here.freshPhone();
    const code = await here.codeFor(phone);
    const wrong = another(code);
    for (let i = 0; i < 4; i++)
      assertProblem(await here.post('/api/auth/phone', { phone, code: wrong }), 401, 'auth/code-wrong');
    assertProblem(await here.post('/api/auth/phone', { phone, code: wrong }), 429, 'auth/code-tries-used-up');
    assertProblem(await here.post('/api/auth/phone', { phone, code }), 429, 'auth/code-tries-used-up');
  });

  it('refuses a code that is too old, and one for another phone', async () => {
    const phone = here.freshPhone();
    const code = await here.codeFor(phone);
    assertProblem(
      await here.post('/api/auth/phone', { phone: here.freshPhone(), code }),
      401,
      'auth/code-wrong',
    );
    await here.database.query('update one_time_code set expires_at = expires_at - interval 6 minute');
    assertProblem(await here.post('/api/auth/phone', { phone, code }), 401, 'auth/code-expired');
  });

  it('sends again only after a minute, and ten times a day', async () => {
    const phone = here.freshPhone();
    await here.codeFor(phone);
    const soon = await here.post('/api/auth/phone-codes', { phone });
    const problem = assertProblem(soon, 429, 'auth/code-too-soon');
    assert.ok(Number(soon.headers.get('retry-after')) > 0 && Number(soon.headers.get('retry-after')) <= 60);
    assert.equal(problem.retryAfterSeconds, Number(soon.headers.get('retry-after')));
    await here.database.query(
      'update phone_code_quota set last_sent_at = last_sent_at - interval 2 minute, sent = 10',
    );
    assertProblem(await here.post('/api/auth/phone-codes', { phone }), 429, 'auth/code-day-limit');
    await here.database.query('update phone_code_quota set day = day - 1');
    assert.equal((await here.post('/api/auth/phone-codes', { phone })).status, 201);
  });

  it('names the field that is wrong', async () => {
    const short = assertProblem(
      await here.post('/api/auth/phone-codes', { phone: '12345' }),
      400,
      'request/invalid',
    );
    assert.deepEqual(short.errors, [{ field: 'phone', message: '手机号要是 11 位数字' }]);
    const typed = assertProblem(
      await here.post('/api/auth/phone', { phone: 13900000000, code: ['1'] }),
      400,
      'request/invalid',
    );
    assert.deepEqual(typed.errors?.map((e) => e.field).sort(), ['code', 'phone']);
    const extra = assertProblem(
      await here.post('/api/auth/phone-codes', { phone: '13900009999', admin: true }),
      400,
      'request/invalid',
    );
    assert.equal(extra.errors?.[0]?.field, 'admin');
  });
});

describe('WeChat', () => {
  const login = (code: string) => here.post('/api/auth/wechat', { code });
  const codeOf = async (person: string, state = 'fresh') =>
    (await here.steer('login-codes', { person, state })).code;

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
    await here.steer('faults', { route: '/sns/jscode2session', errcode: -1 });
    const busy = await login(await codeOf('zhang'));
    assertProblem(busy, 503, 'auth/wechat-busy');
    assert.ok(Number(busy.headers.get('retry-after')) > 0);
    await here.steer('faults', { route: '/sns/jscode2session', errcode: 45011 });
    assertProblem(await login(await codeOf('zhang')), 429, 'auth/wechat-too-often');
    await here.steer('faults', { route: '/sns/jscode2session', hangMs: 6_000 });
    assertProblem(await login(await codeOf('zhang')), 503, 'auth/wechat-busy');
    assert.equal((await login(await codeOf('zhang'))).status, 200, 'and works again at once');
  });

  it('adds the verified phone, though its access token ends in between', async () => {
    const { accessToken, me: self } = (await login(await codeOf('wang'))).body;
    const phone = here.freshPhone();
    const add = async (number: string, token: string) =>
      here.post(
        '/api/me/phone/wechat',
        { code: (await here.steer('phone-codes', { phone: number })).code },
        token,
      );
    await here.steer('expire-tokens');
    const added = await add(phone, accessToken);
    assert.equal(added.status, 200, JSON.stringify(added.body));
    assert.equal(added.body.maskedPhone, `139****${phone.slice(-4)}`);
    await here.steer('expire-tokens');
    assert.equal((await add(phone, accessToken)).status, 200, 'again, with another token, changes nothing');
    await here.steer('faults', { route: '/wxa/business/getuserphonenumber', errcode: 40001 });
    assert.equal((await add(phone, accessToken)).status, 200, 'a token that is refused is renewed');
    const byPhone = await here.post('/api/auth/phone', { phone, code: await here.codeFor(phone) });
    assert.equal(byPhone.body.me.id, self.id, 'the phone now leads to the same person');
    const stranger = (await login(await codeOf('zhao'))).body.accessToken;
    assertProblem(await add(phone, stranger), 409, 'identity/phone-taken');
  });

  it('fetches one access token for many who need it at once', async () => {
    const { accessToken } = (await login(await codeOf('sun'))).body;
    await here.steer('expire-tokens');
    const codes = await Promise.all(
      [1, 2, 3, 4].map(async () => (await here.steer('phone-codes', { phone: '13700000000' })).code),
    );
    const before = (await here.steer('calls'))['/cgi-bin/stable_token'] ?? 0;
    const answers = await Promise.all(
      codes.map((code) => here.post('/api/me/phone/wechat', { code }, accessToken)),
    );
    assert.deepEqual(
      answers.map((a) => a.status),
      [200, 200, 200, 200],
    );
    assert.ok((await here.steer('calls'))['/cgi-bin/stable_token'] - before <= 1);
  });
});

describe('an account and a password', () => {
  const login = (account: string, password: string) => here.post('/api/auth/password', { account, password });

  it('signs in, whatever the case of the account', async () => {
    const person = await here.town.addPerson('console_one', [
      { role: 'community_worker', areaId: here.town.near.id, communityId: here.town.near.id },
    ]);
    await here.town.addPasswordLogin(person.id, 'Worker1', 'right-password');
    const answer = await login('worker1', 'right-password');
    assert.equal(answer.status, 200);
    assert.equal(answer.body.me.appointments[0].communityName, '近处社区');
    assert.equal(answer.body.me.appointments[0].roleLabel, '社区工作者');
    assert.ok(answer.body.me.permissions.includes('incident.queue'));
    assert.equal((await login('WORKER1', 'right-password')).status, 200);
  });

  it('locks after five wrong passwords, for accounts that exist and that do not, and opens again', async () => {
    const person = await here.town.addPerson('console_two');
    await here.town.addPasswordLogin(person.id, 'worker2', 'right-password');
    for (const account of ['worker2', 'nobody-of-that-name']) {
      for (let i = 0; i < 5; i++) assertProblem(await login(account, 'wrong'), 401, 'auth/password-wrong');
      const locked = await login(account, 'right-password');
      assertProblem(locked, 429, 'auth/locked');
      assert.ok(Number(locked.headers.get('retry-after')) > 0);
    }
    await here.database.query('update password_failure set locked_until = locked_until - interval 16 minute');
    assert.equal((await login('worker2', 'right-password')).status, 200);
  });

  it('does not let guesses sent at once past the limit', async () => {
    const person = await here.town.addPerson('console_three');
    await here.town.addPasswordLogin(person.id, 'worker3', 'right-password');
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => login('worker3', `guess ${i}`)));
    assert.equal(answers.filter((a) => a.status === 401).length, 5);
    assert.equal(answers.filter((a) => a.status === 429).length, 7);
  });
});

describe('the demo', () => {
  it('lists its people and signs in as one of them', async () => {
    const { body } = await ask(here.url, 'GET', '/api/auth/demo-people');
    assert.ok(body.items.length > 0);
    assert.match(body.samplePlaceCode, /^\w{8}$/);
    assert.equal((await here.post('/api/auth/demo', { key: body.items[0].key })).status, 200);
    assertProblem(await here.post('/api/auth/demo', { key: 'nobody' }), 404, 'auth/demo-person-unknown');
  });

  it('is not there without LINLI_DEMO, where codes are not shown and guesses are throttled', async () => {
    const real = await startServer(here.database.url, { LINLI_DEMO: '0', WECHAT_APP_ID: '' });
    try {
      assertProblem(await ask(real.url, 'GET', '/api/auth/demo-people'), 404, 'auth/demo-off');
      assertProblem(
        await ask(real.url, 'POST', '/api/auth/demo', { body: { key: 'short_lived' } }),
        404,
        'auth/demo-off',
      );
      const code = await ask(real.url, 'POST', '/api/auth/phone-codes', {
        body: { phone: here.freshPhone() },
      });
      assertProblem(code, 503, 'auth/sms-not-configured');
      const wechatOff = await ask(real.url, 'POST', '/api/auth/wechat', { body: { code: 'x' } });
      assertProblem(wechatOff, 503, 'auth/wechat-not-configured');
      const guesses = await Promise.all(
        Array.from({ length: 40 }, () =>
          ask(real.url, 'POST', '/api/auth/phone', { body: { phone: here.freshPhone(), code: '123456' } }),
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
    const environment = serverEnvironment(here.database.url, { NODE_ENV: 'production', LINLI_DEMO: '1' });
    const { code, said } = await refusalToStart(environment);
    assert.equal(code, 1);
    assert.match(said, /LINLI_DEMO/);
  });
});
