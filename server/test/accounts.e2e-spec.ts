import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { type Answer, ask, assertProblem, eventually } from './support/api.js';
import { authenticator } from './support/authenticator.js';
import { builtFile } from './support/built.js';
import { type Entrance, openEntrance } from './support/entrance.js';
import { newId } from './support/new-id.js';
import { type RunningProcess, startServer } from './support/server-process.js';
import { serverEnvironment } from './support/settings.js';
import { createTestDatabase } from './support/test-database.js';

const OWN = 'blue-Kettle7 rides';
const NEXT = 'seven Lamps-on2 hill';
const WINDOWS = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36' };

let here: Entrance;
/** A second process on the same database, which demands the second step of administrators. */
let strict: RunningProcess;
let admin: { token: string; id: string };

before(async () => {
  here = await openEntrance();
  strict = await startServer(here.database.url, { LINLI_TOTP_REQUIRED: 'admins' });
  const { id } = await here.town.addPerson('chief', [{ role: 'personnel_admin' }]);
  admin = { token: await demoToken('chief'), id };
});
after(async () => {
  await strict?.stop();
  await here?.close();
});

const demoToken = async (key: string) => (await here.post('/api/auth/demo', { key })).body.accessToken;
const signIn = (account: string, password: string, at = here.url) =>
  ask(at, 'POST', '/api/auth/password', { body: { account, password }, headers: WINDOWS });
const as = (token: string, method: string, path: string, body?: unknown) =>
  ask(here.url, method, path, { token, body });
let people = 0;

/** Somebody in a post, and the one-time password of the account they were given. */
async function newcomer(role: 'community_worker' | 'auditor' = 'community_worker') {
  people += 1;
  const key = `newcomer${people}`;
  const place = role === 'auditor' ? {} : { areaId: here.town.near.id, communityId: here.town.near.id };
  const person = await here.town.addPerson(key, [{ role, ...place }]);
  const id = newId();
  const given = await as(admin.token, 'POST', '/api/accounts', {
    id,
    personId: person.id,
    account: `${key}.a`,
  });
  assert.equal(given.status, 201, JSON.stringify(given.body));
  return {
    id: person.id,
    key,
    account: `${key}.a`,
    accountId: id,
    given: given.body.oneTimePassword as string,
  };
}

/** The same, with a password of their own by now. */
async function colleague() {
  const one = await newcomer();
  const { body: step } = await signIn(one.account, one.given);
  const { body: session } = await here.post('/api/auth/first-change', { ticket: step.ticket, password: OWN });
  return { ...one, token: session.accessToken as string, refreshToken: session.refreshToken as string };
}

/** Sets up the second step from inside. */
async function enrolled() {
  const one = await colleague();
  const begun = await as(one.token, 'POST', '/api/me/second-step', { password: OWN });
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  const code = authenticator(begun.body.secret);
  const confirmed = await as(one.token, 'POST', '/api/me/second-step/confirm', { code: code() });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  return { ...one, code, recovery: confirmed.body.items as string[] };
}

const audited = async (action: string, about: string) =>
  (
    await here.database.query<{ n: number }>(
      'select count(*) as n from audit_entry where action = ? and about_person_id = ?',
      [action, about],
    )
  )[0]?.n;

describe('an account of the console', () => {
  it('begins with a password for one sign-in that has to be changed', async () => {
    const one = await newcomer();
    const again = await as(admin.token, 'POST', '/api/accounts', {
      id: one.accountId,
      personId: one.id,
      account: one.account,
    });
    assert.equal(
      again.body.oneTimePassword,
      one.given,
      'asking again after a lost answer shows the same one',
    );
    const dump = JSON.stringify(await here.database.query('select * from person_login'));
    assert.ok(!dump.includes(one.given) && !dump.includes(one.given.replaceAll('-', '')));

    const first = await signIn(one.account, one.given.toLowerCase().replaceAll('-', ' '));
    assert.equal(first.status, 202, 'as people type it');
    assert.equal(first.body.step, 'first_change');
    assert.equal(first.body.accessToken, undefined);
    const { ticket } = first.body;
    const change = (password: string) => here.post('/api/auth/first-change', { ticket, password });
    for (const weak of ['short', '1234567890', `my-${one.account}-x9$kQ`]) {
      const refused = assertProblem(await change(weak), 422, 'account/password-weak');
      assert.equal(refused.errors?.[0]?.field, 'password');
    }
    assertProblem(await change(one.given.replaceAll('-', '')), 422, 'account/password-used-before');
    const changed = await change(OWN);
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.equal(changed.body.me.appointments[0].roleLabel, '社区工作者');
    assertProblem(await change(NEXT), 401, 'auth/ticket-over');
    assertProblem(await signIn(one.account, one.given), 401, 'auth/password-wrong');
    assert.equal((await signIn(one.account, OWN)).status, 200);
    const third = await as(admin.token, 'POST', '/api/accounts', {
      id: one.accountId,
      personId: one.id,
      account: one.account,
    });
    assertProblem(third, 409, 'account/already-there');
    assert.equal(await audited('account.create', one.id), 1);
  });

  it('is one of its kind, one to a person, and has a plain name', async () => {
    const one = await newcomer();
    const other = await here.town.addPerson('plain');
    const create = (personId: string, account: string) =>
      as(admin.token, 'POST', '/api/accounts', { id: newId(), personId, account });
    assertProblem(await create(one.id, 'another.name'), 409, 'account/already-there');
    const taken = assertProblem(await create(other.id, one.account.toUpperCase()), 409, 'account/name-taken');
    assert.equal(taken.errors?.[0]?.field, 'account');
    for (const name of ['ab', '1abc', '王秀英', 'a b c', `a${'b'.repeat(32)}`])
      assertProblem(await create(other.id, name), 400, 'request/invalid');
    assertProblem(await create(newId(), 'nobody.there'), 404, 'account/person-unknown');
    const both = await Promise.all([create(other.id, 'first.one'), create(other.id, 'second.one')]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409], 'of two at once one is opened');
  });

  it('runs out when its first password is not used for a week', async () => {
    const one = await newcomer();
    await here.database.query('update person_login set one_time_until = now(3) where person_id = ?', [
      one.id,
    ]);
    assertProblem(await signIn(one.account, one.given), 403, 'auth/one-time-password-over');
    const { body } = await as(admin.token, 'GET', `/api/accounts/${one.id}`);
    assert.equal(body.password, 'over');
  });

  it('stands in a list with the people who have none yet, never with a resident', async () => {
    const one = await newcomer();
    await here.town.addPerson('listed_without', [
      { role: 'grid_worker', areaId: here.town.near.grids[0].id },
    ]);
    await here.town.addPerson('listed_resident');
    const list = async (query: string) => (await as(admin.token, 'GET', `/api/accounts?${query}`)).body;
    const [mine] = (await list(`q=${one.account.slice(0, -1)}`)).items;
    assert.equal(mine.account, one.account);
    assert.equal(mine.password, 'one_time');
    assert.deepEqual(mine.roles, ['社区工作者 · 近处社区']);
    const without = await list('has=without&q=listed_');
    assert.deepEqual(
      without.items.map(({ name }: { name: string }) => name),
      ['测试listed_without'],
    );
    assert.equal(without.total, 1);
    const accounts = (await list('pageSize=100')).items.map(
      (each: { account: string | null }) => each.account,
    );
    assert.ok(accounts.includes(null) && accounts.lastIndexOf(one.account) < accounts.indexOf(null));
    assert.equal((await list('q=%25')).total, 0, 'what is searched for is no pattern');
    const resident = await here.signedIn();
    const read = await as(admin.token, 'GET', `/api/accounts/${resident.me.id}`);
    assertProblem(read, 404, 'account/person-unknown');
  });
});

describe('the first account of an empty place', () => {
  const open = (url: string, ...said: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const env = serverEnvironment(url, { LINLI_DEMO: '0' });
      const child = execFile(
        process.execPath,
        [builtFile('first-admin.js'), ...said],
        { env },
        (error, out, err) => resolve({ code: Number(error?.code ?? 0), out: out + err }),
      );
      child.stdin?.end();
    });

  it('is opened by a command, once, and by nobody where somebody appoints; the same command lets its owner in again', async () => {
    const empty = await createTestDatabase();
    try {
      const both = await Promise.all([
        open(empty.url, 'first.one', '张主任'),
        open(empty.url, 'second.one', '李主任'),
      ]);
      assert.deepEqual(both.map(({ code }) => code).sort(), [0, 1], JSON.stringify(both));
      assert.match(both.map(({ out }) => out).join('\n'), /一次性密码：\w{4}-\w{4}-\w{4}/);
      const logins = () =>
        empty.query<{ subject: string; secret: string }>(
          'select subject, secret_hash as secret from person_login',
        );
      const [first, ...others] = await logins();
      assert.equal(others.length, 0);
      // Whoever alone appoints and cannot sign in any more is helped from the machine, and nobody else is.
      assert.equal((await open(empty.url, '--restore', 'somebody.else')).code, 1);
      const again = await open(empty.url, '--restore', first?.subject ?? '');
      assert.match(again.out, /一次性密码：\w{4}-\w{4}-\w{4}/);
      const [restored] = await logins();
      assert.notEqual(restored?.secret, first?.secret);
      const [kept] = await empty.query<{ actor: string | null }>(
        "select actor_id as actor from audit_entry where action = 'account.reset_password'",
      );
      assert.equal(kept?.actor, null);
    } finally {
      await empty.drop();
    }
    const refused = await open(here.database.url, 'third.one', '王主任');
    assert.equal(refused.code, 1);
    assert.match(refused.out, /已经有人事管理员了/);
  });
});

describe('a password of one’s own', () => {
  it('is changed with the old one, not to one of the last five, and leaves every other device', async () => {
    const one = await colleague();
    const elsewhere = (await signIn(one.account, OWN)).body;
    const change = (currentPassword: string, newPassword: string, token = one.token) =>
      as(token, 'POST', '/api/me/password', { currentPassword, newPassword });
    const wrong = assertProblem(await change('not this one', NEXT), 403, 'account/current-password-wrong');
    assert.equal(wrong.errors?.[0]?.field, 'currentPassword');
    // It was somebody who was signed in, and the audit says so.
    const [mistyped] = await here.database.query<{ byThem: number }>(
      "select actor_id = about_person_id as byThem from audit_entry where action = 'password.mistyped'",
    );
    assert.equal(mistyped?.byThem, 1);
    assertProblem(await change(OWN, OWN), 422, 'account/password-used-before');
    let current = OWN;
    for (const next of [NEXT, `${NEXT} two`, `${NEXT} three`, `${NEXT} four`]) {
      assert.equal((await change(current, next)).status, 204);
      current = next;
    }
    assertProblem(await change(current, OWN), 422, 'account/password-used-before');
    assert.equal((await change(current, `${NEXT} five`)).status, 204);
    assert.equal((await change(`${NEXT} five`, OWN)).status, 204, 'the sixth back is free again');
    assert.equal((await here.me(one.token)).status, 200, 'this device stays');
    assertProblem(await here.me(elsewhere.accessToken), 401, 'auth/token-invalid');
    assert.equal(await audited('password.change', one.id), 6);
  });

  it('does not let a sign-in through that read it before it was reset', async () => {
    const one = await colleague();
    // Held as the reset holds it, so that the sign-in has proven the old password and waits for the row.
    const reset = await here.database.another();
    await reset.query('start transaction');
    await reset.query('update person_login set secret_hash = ? where person_id = ?', ['x', one.id]);
    const late = signIn(one.account, OWN);
    await eventually('the sign-in waits', () => here.database.someoneWaits(), { everyMs: 150 });
    await reset.query('commit');
    await reset.drop();
    assertProblem(await late, 409, 'auth/password-moved-on');
  });

  it('is reset by an administrator, who ends every session in every process at once, but not their own', async () => {
    const one = await colleague();
    const there = await signIn(one.account, OWN, strict.url);
    const actionId = newId();
    const reset = await as(admin.token, 'POST', `/api/accounts/${one.id}/reset-password`, { actionId });
    assert.equal(reset.status, 200, JSON.stringify(reset.body));
    for (const url of [here.url, strict.url])
      for (const token of [one.token, there.body.accessToken])
        assertProblem(await ask(url, 'GET', '/api/me', { token }), 401, 'auth/token-invalid');
    assertProblem(await here.refresh(one.refreshToken), 401, 'auth/session-ended');
    assertProblem(await signIn(one.account, OWN), 401, 'auth/password-wrong');
    const again = await as(admin.token, 'POST', `/api/accounts/${one.id}/reset-password`, { actionId });
    assert.equal(again.body.oneTimePassword, reset.body.oneTimePassword);
    assert.equal(await audited('account.reset_password', one.id), 1);
    assert.equal((await signIn(one.account, reset.body.oneTimePassword)).body.step, 'first_change');
    const own = await as(admin.token, 'POST', `/api/accounts/${admin.id}/reset-password`, {
      actionId: newId(),
    });
    assertProblem(own, 403, 'account/your-own');
  });
});

describe('the second step', () => {
  it('stands between the password and the session, and takes each code once', async () => {
    const one = await enrolled();
    const steps = await Promise.all([signIn(one.account, OWN), signIn(one.account, OWN, strict.url)]);
    for (const step of steps) assert.equal(step.body.step, 'second_step', JSON.stringify(step.body));
    const code = one.code();
    const answers = await Promise.all(
      steps.map(({ body }, at) =>
        ask(at === 0 ? here.url : strict.url, 'POST', '/api/auth/second-step', {
          body: { ticket: body.ticket, code },
        }),
      ),
    );
    const [opened] = answers.filter(({ status }) => status === 200);
    const [refused] = answers.filter(({ status }) => status !== 200);
    assertProblem(refused as Answer, 401, 'auth/second-step-wrong');
    assert.equal((await here.me(opened?.body.accessToken)).body.id, one.id);
    const dump = JSON.stringify(await here.database.query('select * from second_step'));
    assert.ok(dump.includes('v1:'), 'the secret is sealed');
  });

  it('takes one ticket once, and a paper code once', async () => {
    const one = await enrolled();
    const { ticket } = (await signIn(one.account, OWN)).body;
    const [paper, another] = one.recovery as [string, string];
    const second = (given: string, code: string) =>
      here.post('/api/auth/second-step', { ticket: given, code });
    assert.equal((await second(ticket, paper.toLowerCase())).status, 200);
    assertProblem(await second(ticket, another), 401, 'auth/ticket-over');
    const next = (await signIn(one.account, OWN)).body.ticket;
    assertProblem(await second(next, paper), 401, 'auth/second-step-wrong');
    assert.equal((await second(next, another)).status, 200);
    const { body } = await as(one.token, 'GET', '/api/me/security');
    assert.equal(body.recoveryLeft, 8);
    await here.database.query('update sign_in_ticket set expires_at = created_at');
    assertProblem(await second(next, another), 401, 'auth/ticket-over');
  });

  it('shares its lock with the password: a right password gives no fresh guesses, and nobody inside is thrown out', async () => {
    const one = await enrolled();
    let locked: Answer | null = null;
    let guesses = 0;
    while (locked === null && guesses < 12) {
      const step = await signIn(one.account, OWN);
      if (step.status === 429) locked = step;
      else {
        const guess = await here.post('/api/auth/second-step', { ticket: step.body.ticket, code: '000000' });
        guesses += 1;
        if (guess.status === 429) locked = guess;
      }
    }
    assert.ok(guesses <= 5, `${guesses} guesses`);
    const problem = assertProblem(locked as Answer, 429, 'auth/locked');
    assert.match(problem.title, /15 分钟后/);
    assert.equal((await here.me(one.token)).status, 200, 'what is open stays open');
    const row = (await as(admin.token, 'GET', `/api/accounts/${one.id}`)).body;
    assert.ok(row.lockedUntil !== null && row.secondStep);
    assert.equal((await as(admin.token, 'POST', `/api/accounts/${one.id}/unlock`)).status, 204);
    assert.equal((await signIn(one.account, OWN)).body.step, 'second_step');
  });

  it('is taken away with password and code, renewed with a code, and reset by an administrator for who lost both', async () => {
    const one = await enrolled();
    const act = (path: string, body: unknown) => as(one.token, 'POST', `/api/me/second-step${path}`, body);
    assertProblem(await act('', { password: OWN }), 403, 'account/code-wrong');
    assertProblem(
      await act('/remove', { password: 'wrong', code: one.recovery[0] }),
      403,
      'account/current-password-wrong',
    );
    const renewed = await act('/recovery-codes', { code: one.code() });
    assert.equal(renewed.body.items.length, 10);
    assertProblem(await act('/remove', { password: OWN, code: one.recovery[0] }), 403, 'account/code-wrong');
    assert.equal((await act('/remove', { password: OWN, code: renewed.body.items[0] })).status, 204);
    assert.equal((await signIn(one.account, OWN)).status, 200);

    const other = await enrolled();
    assert.equal((await as(admin.token, 'POST', `/api/accounts/${other.id}/reset-second-step`)).status, 204);
    assertProblem(await here.me(other.token), 401, 'auth/token-invalid');
    assert.equal((await signIn(other.account, OWN)).status, 200);
    assert.equal(await audited('account.reset_second_step', other.id), 1);
    const own = await as(admin.token, 'POST', `/api/accounts/${admin.id}/reset-second-step`);
    assertProblem(own, 403, 'account/your-own');
  });

  it('is no choice for administrators where it is demanded, and their powers count in no session without it', async () => {
    const auditor = await newcomer('auditor');
    const at = (path: string, body: unknown) => ask(strict.url, 'POST', path, { body });
    const first = await signIn(auditor.account, auditor.given, strict.url);
    assert.equal(first.body.step, 'first_change');
    const second = await at('/api/auth/first-change', { ticket: first.body.ticket, password: OWN });
    assert.equal(second.status, 202);
    assert.equal(second.body.step, 'enrol');
    const { ticket } = second.body;
    const { secret, uri } = (await at('/api/auth/enrolment', { ticket })).body;
    assert.match(uri, /^otpauth:\/\/totp\//);
    const code = authenticator(secret);
    assertProblem(
      await at('/api/auth/enrolment/confirm', { ticket, code: '000000' }),
      401,
      'auth/second-step-wrong',
    );
    const done = await at('/api/auth/enrolment/confirm', { ticket, code: code() });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.equal(done.body.recoveryCodes.length, 10);
    assert.equal(done.body.session.me.appointments[0].roleLabel, '审计员');
    const remove = await ask(strict.url, 'POST', '/api/me/second-step/remove', {
      token: done.body.session.accessToken,
      body: { password: OWN, code: code() },
    });
    assertProblem(remove, 409, 'account/second-step-needed');
    // The same person by another way in: still somebody, no auditor.
    const byCard = (await at('/api/auth/demo', { key: auditor.key })).body;
    assert.deepEqual(byCard.me.appointments, []);
    const read = await ask(strict.url, 'GET', '/api/accounts', { token: await demoToken('chief') });
    assertProblem(read, 403, 'auth/not-permitted');
  });
});

describe('the devices one is signed in on', () => {
  it('are listed in words, ended one by one or all at once, with the next request', async () => {
    const one = await colleague();
    const windows = (await signIn(one.account, OWN)).body;
    const list = async () => (await as(one.token, 'GET', '/api/me/sessions')).body.items;
    const items = await list();
    assert.deepEqual(
      items.map(({ device, current }: { device: string; current: boolean }) => [device, current]),
      [
        ['Chrome 浏览器，Windows 电脑', false],
        ['认不出的设备', true],
      ],
    );
    const end = (token: string, id: string) => as(token, 'POST', `/api/me/sessions/${id}/end`);
    const stranger = await colleague();
    assertProblem(await end(stranger.token, items[0].id), 404, 'account/session-unknown');
    assert.equal((await end(one.token, items[0].id)).status, 204);
    assertProblem(await here.me(windows.accessToken), 401, 'auth/token-invalid');
    assertProblem(await here.refresh(windows.refreshToken), 401, 'auth/session-ended');
    assertProblem(await end(one.token, items[0].id), 404, 'account/session-unknown');

    const another = (await signIn(one.account, OWN)).body;
    const endAll = (keepThis: boolean) => as(one.token, 'POST', '/api/me/sessions/end-all', { keepThis });
    assert.equal((await endAll(true)).status, 204);
    assertProblem(await here.me(another.accessToken), 401, 'auth/token-invalid');
    assert.equal((await list()).length, 1);
    assert.equal((await endAll(false)).status, 204);
    assertProblem(await here.me(one.token), 401, 'auth/token-invalid');
    assert.equal((await here.me(stranger.token)).status, 200);

    const there = (await signIn(stranger.account, OWN)).body;
    const seen = (await as(admin.token, 'GET', `/api/accounts/${stranger.id}`)).body.sessions;
    assert.equal(seen.length, 2);
    assert.equal((await as(admin.token, 'POST', `/api/accounts/${stranger.id}/end-sessions`)).status, 204);
    assertProblem(await here.me(there.accessToken), 401, 'auth/token-invalid');
    assert.equal(await audited('account.end_sessions', stranger.id), 1);
  });

  it('do not tell from how long it takes which accounts there are', async () => {
    const one = await colleague();
    const took = async (account: string) => {
      const before = performance.now();
      await signIn(account, 'not the password');
      return performance.now() - before;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 4; round++) {
      known.push(await took(one.account));
      unknown.push(await took('nobody.at.all'));
    }
    const middle = (times: number[]) => times.sort((a, b) => a - b)[1] as number;
    const ratio = middle(known) / middle(unknown);
    assert.ok(ratio > 0.4 && ratio < 2.5, `${middle(known)} ms against ${middle(unknown)} ms`);
  });
});
