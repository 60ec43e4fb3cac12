import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertProblem, eventually } from '../support/api.js';
import { newId } from '../support/new-id.js';
import { agree, arrive, codeFor, get, here, newPhone, post, report, toldOf } from './here.js';

describe('what is kept of somebody', () => {
  it('is counted, put right and handed over to them, and to nobody else', async () => {
    const one = await arrive();
    await agree(one.token);
    assert.equal((await report(one.token, '三楼的灯不亮')).status, 201);
    const { items } = (await get(one.token, '/api/me/privacy/holdings')).body;
    const titles = items.map(({ kind }: { kind: string }) => kind);
    assert.ok(titles.includes('identity.login') && titles.includes('privacy.consent'), titles.join());
    for (const { count, basis, keptFor } of items) assert.ok(count > 0 && basis !== '' && keptFor !== '');

    assert.equal((await post(one.token, '/api/me/privacy/name', { name: '<b>王阿姨</b>' })).status, 200);
    const other = await arrive();
    assertProblem(
      await post(one.token, '/api/me/privacy/phone', { phone: other.phone, code: '000000' }),
      401,
      'auth/code-wrong',
    );
    const fresh = newPhone();
    const change = { phone: fresh, code: await codeFor('/api/me/privacy/phone/codes', fresh, one.token) };
    // What was sent for this signs nobody in.
    assertProblem(await post(undefined, '/api/auth/phone', change), 401, 'auth/code-wrong');
    const elsewhere = newId();
    await here.database.query(
      `insert into session (id, person_id, method, device, second_step, created_at, last_seen_at)
       values (?, ?, 'phone', '另一部手机', 0, now(3), now(3))`,
      [elsewhere, one.id],
    );
    const moved = await post(one.token, '/api/me/privacy/phone', change);
    assert.match(moved.body.maskedPhone, /^136\*\*\*\*/);
    // The answer was lost: sent again, it is done already.
    assert.equal((await post(one.token, '/api/me/privacy/phone', change)).status, 200);
    const [ended] = await here.database.query<{ why: string }>(
      'select ended_why as why from session where id = ?',
      [elsewhere],
    );
    assert.equal(ended?.why, 'phone_changed');
    await here.database.query('delete from session where id = ?', [elsewhere]);
    const [said, ...again] = await eventually('they are told', async () => {
      const words = await toldOf(one.token, '您的手机号换好了');
      return words.length > 0 && words;
    });
    assert.deepEqual(again, []);
    assert.ok(said?.includes('别的设备上已经退出') && !said.includes(fresh));
    // Codes to ever more numbers are not sent for one who asks.
    assertProblem(
      await post(one.token, '/api/me/privacy/phone/codes', { phone: newPhone() }),
      429,
      'auth/code-too-soon',
    );

    const id = newId();
    const links = (await post(one.token, '/api/me/privacy/exports', { id })).body;
    assert.deepEqual((await post(one.token, '/api/me/privacy/exports', { id })).body, links);
    const path = (link: string) => link.slice(link.indexOf('/api/'));
    const json = await get(undefined, path(links.json));
    assert.equal(json.body.complete, true);
    assert.match(JSON.stringify(json.body), /三楼的灯不亮/);
    assert.match(JSON.stringify(json.body), new RegExp(fresh));
    assert.doesNotMatch(JSON.stringify(json.body), new RegExp(other.phone));
    const dayAgo = new Date(Date.now() - 86_400_000);
    const devices = Array.from({ length: 501 }, () => [newId(), one.id, 'phone', '手机', dayAgo, dayAgo]);
    await here.database.query(
      `insert into session (id, person_id, method, device, created_at, last_seen_at)
       values ${devices.map(() => '(?, ?, ?, ?, ?, ?)').join()}`,
      devices.flat(),
    );
    const page = await get(undefined, path(links.html));
    // Whole, however much it is, although all of it came at one moment.
    assert.match(page.body, /登录过的设备，共 502 条。.*到这里就是全部/s);
    assert.equal(page.body.split('<dt>设备</dt>').length - 1, 502);
    assert.match(page.body, /&lt;b&gt;王阿姨/);
    assert.doesNotMatch(page.body, /<b>王阿姨/);
    assert.match(page.headers.get('content-disposition') ?? '', /attachment/);
    // Opened twice at once, one is gathered and the other is asked to wait.
    const holding = await here.database.another();
    await holding.query('lock tables audit_entry write');
    const twice = [get(undefined, path(links.json)), get(undefined, path(links.html))];
    const refused = await Promise.race(twice);
    await holding.drop();
    assertProblem(refused, 429, 'privacy/export-under-way');
    assert.equal(refused.headers.get('retry-after'), '30');
    assert.deepEqual((await Promise.all(twice)).map(({ status }) => status).sort(), [200, 429]);
    // What breaks off in the middle breaks the download off, so that nobody takes half for whole; who signs out gets no more of it.
    const session = (which: string) =>
      here.database.query(
        `update session s join privacy_export e on e.session_id = s.id set s.ended_at = ${which} where e.id = ?`,
        [id],
      );
    const late = await here.database.another();
    await late.query('lock tables home_claim_quota write');
    const cut = await fetch(here.base + path(links.html));
    assert.equal(cut.status, 200);
    await session('now(3)');
    await late.drop();
    await assert.rejects(cut.text());
    await session('null');
    await here.database.query('rename table home_claim_quota to home_claim_quota_away');
    const broken = await fetch(here.base + path(links.json));
    await assert.rejects(broken.text());
    await here.database.query('rename table home_claim_quota_away to home_claim_quota');
    const forged = path(links.json).replace('/json?', '/html?');
    assertProblem(await get(undefined, forged), 404, 'privacy/export-over');
    for (let more = 0; more < 4; more++) await post(one.token, '/api/me/privacy/exports', { id: newId() });
    assertProblem(
      await post(one.token, '/api/me/privacy/exports', { id: newId() }),
      429,
      'privacy/too-many-exports',
    );
    await session('now(3)');
    assertProblem(await get(undefined, path(links.json)), 404, 'privacy/export-over');
    await session('null');
    assert.equal((await get(undefined, path(links.json))).status, 200);
    await here.database.query('update privacy_export set expires_at = now(3) where id = ?', [id]);
    assertProblem(await get(undefined, path(links.json)), 404, 'privacy/export-over');
  });
});
