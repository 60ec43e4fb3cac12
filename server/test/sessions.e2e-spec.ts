import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ask, assertProblem } from './support/api.js';
import { built } from './support/built.js';
import { type Entrance, openEntrance } from './support/entrance.js';
import { serverEnvironment } from './support/settings.js';

let here: Entrance;
before(async () => {
  here = await openEntrance();
});
after(() => here?.close());

describe('staying signed in', () => {
  it('rotates the refresh token', async () => {
    const first = await here.signedIn();
    const second = await here.refresh(first.refreshToken);
    assert.equal(second.status, 200);
    assert.notEqual(second.body.refreshToken, first.refreshToken);
    assert.equal((await here.refresh(second.body.refreshToken)).status, 200);
  });

  it('lets a phone that lost the answer ask again at once, even several times at once', async () => {
    const first = await here.signedIn();
    const answers = await Promise.all([1, 2, 3].map(() => here.refresh(first.refreshToken)));
    assert.deepEqual(
      answers.map((a) => a.status),
      [200, 200, 200],
    );
    assert.equal(new Set(answers.map((a) => a.body.refreshToken)).size, 3);
  });

  it('ends the whole family when a used token comes back later', async () => {
    const first = await here.signedIn();
    const second = (await here.refresh(first.refreshToken)).body;
    await here.database.query(
      'update refresh_token set rotated_at = rotated_at - interval 1 minute where rotated_at is not null',
    );
    assertProblem(await here.refresh(first.refreshToken), 401, 'auth/session-ended');
    assertProblem(await here.refresh(second.refreshToken), 401, 'auth/session-ended');
    assertProblem(await here.me(second.accessToken), 401, 'auth/token-invalid');
  });

  it('refuses a refresh token that is too old or made up', async () => {
    const session = await here.signedIn();
    await here.database.query('update refresh_token set expires_at = issued_at where rotated_at is null');
    assertProblem(await here.refresh(session.refreshToken), 401, 'auth/session-ended');
    assertProblem(await here.refresh('made-up'), 401, 'auth/session-ended');
  });

  it('signs out at once, and twice is no harm', async () => {
    const session = await here.signedIn();
    assert.equal((await here.post('/api/auth/logout', { refreshToken: session.refreshToken })).status, 204);
    assert.equal((await here.post('/api/auth/logout', { refreshToken: session.refreshToken })).status, 204);
    assertProblem(await here.me(session.accessToken), 401, 'auth/token-invalid');
    assertProblem(await here.refresh(session.refreshToken), 401, 'auth/session-ended');
  });

  it('ends everything of a person who is suspended', async () => {
    const session = await here.signedIn();
    await here.database.query('update person set suspended_at = now(3) where id = ?', [session.me.id]);
    assertProblem(await here.me(session.accessToken), 401, 'auth/token-invalid');
    assertProblem(await here.refresh(session.refreshToken), 401, 'auth/session-ended');
  });
});

describe('access tokens', () => {
  const forge = (claims: object, key: string, header: object = { alg: 'HS256', typ: 'JWT' }) => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${encode(header)}.${encode(claims)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };

  it('refuses forged, unsigned, altered and foreign ones, on public routes too', async () => {
    const { accessToken } = await here.signedIn();
    const [header, claims, signature] = accessToken.split('.');
    const { sub, sid } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const soon = Math.floor(Date.now() / 1000) + 600;
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const otherClaims = Buffer.from(JSON.stringify({ sub: here.town.near.id, sid, exp: soon })).toString(
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
      assertProblem(await here.me(token), 401, 'auth/token-invalid');
      assertProblem(await ask(here.url, 'GET', '/api/communities', { token }), 401, 'auth/token-invalid');
    }
    assert.equal((await here.me(accessToken)).status, 200);
  });

  it('refuses one that has run out', async () => {
    assertProblem(await here.me(await staleToken()), 401, 'auth/token-invalid');
  });

  it('does not stand in the way of signing in again', async () => {
    const phone = here.freshPhone();
    const code = await here.codeFor(phone);
    assert.equal((await here.post('/api/auth/phone', { phone, code }, 'stale')).status, 200);
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
  const { accessToken } = await here.signedIn();
  const { sub, sid } = JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url').toString());
  const hourAgo = { now: () => new Date(Date.now() - 3_600_000) };
  const tokens = new AccessTokens(new Settings(serverEnvironment(here.database.url)), hourAgo);
  return tokens.issue({ sub, sid }).token;
}

describe('appointments', () => {
  it('stop counting with the next request after they end', async () => {
    const person = await here.town.addPerson('short_lived', [
      {
        role: 'grid_worker',
        areaId: here.town.near.grids[0].id,
        communityId: here.town.near.id,
        gridId: here.town.near.grids[0].id,
      },
    ]);
    const { accessToken } = (await here.post('/api/auth/demo', { key: 'short_lived' })).body;
    assert.equal((await here.me(accessToken)).body.appointments[0].gridName, '第一网格');
    assert.equal(
      (await ask(here.url, 'GET', '/api/incidents/workbench', { token: accessToken })).status,
      200,
    );
    await here.town.endAppointment(person.appointmentIds[0] as string);
    const refused = await ask(here.url, 'GET', '/api/incidents/workbench', { token: accessToken });
    assertProblem(refused, 403, 'auth/not-permitted');
    assert.deepEqual((await here.me(accessToken)).body.appointments, []);
  });
});
