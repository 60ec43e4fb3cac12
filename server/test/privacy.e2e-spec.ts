import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NOTICE_VERSIONS, PRIVACY_NOTICE, uuidv7 } from '@linli/shared';
import { ask, assertProblem, eventually } from './support/api.js';
import { moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { startServer } from './support/server-process.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn({ LINLI_SWEEP_MS: '200', LINLI_ERASURE_DAYS: '15' });
});
after(() => here?.close());

const post = (token: string | undefined, path: string, body: object = {}) =>
  ask(here.base, 'POST', path, { token, body });
const get = (token: string | undefined, path: string) => ask(here.base, 'GET', path, { token });
/** A new number each: a code may be asked for once a minute. */
let numbers = 0;
const newPhone = () => `1360000${String(++numbers).padStart(4, '0')}`;
async function codeFor(path: string, phone: string, token?: string): Promise<string> {
  const sent = await post(token, path, { phone });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  return sent.body.demoCode;
}
async function arrive(phone = newPhone()) {
  const code = await codeFor('/api/auth/phone-codes', phone);
  const { body } = await post(undefined, '/api/auth/phone', { phone, code });
  return { phone, token: body.accessToken as string, id: body.me.id as string, me: body.me };
}
const agree = (token: string, age = 'from_14', version: string = PRIVACY_NOTICE.version, id = newId()) =>
  post(token, '/api/me/privacy/agreement', { id, version, age, way: 'browser' });
const report = (token: string, description: string) =>
  post(token, '/api/incidents', {
    ...{ id: newId(), categoryCode: 'lighting', description, placeCode: here.town.near.placeCode },
    photoIds: [],
  });
const toldOf = async (token: string, title: string): Promise<string[]> => {
  const { items } = (await get(token, '/api/inbox')).body as { items: { title: string; body: string }[] };
  return items.filter((message) => message.title === title).map(({ body }) => body);
};
const mine = async (token: string) => (await get(token, '/api/me/privacy')).body;
/** The cooling-off is over: nobody waits for fifteen days. */
const ageErasure = (personId: string) =>
  here.database.query('update privacy_erasure set due_at = now(3), next_try_at = now(3) where open_key = ?', [
    personId,
  ]);

describe('the privacy notice', () => {
  it('is agreed to once, by its version, and taking it back ends every session', async () => {
    const { token, me } = await arrive();
    assert.deepEqual(me.privacyNotice, { version: PRIVACY_NOTICE.version, agreed: false });
    // Before that they look around, and nothing that they send is kept.
    assertProblem(await report(token, '路灯不亮'), 403, 'auth/notice-needed');
    assert.equal((await get(token, '/api/incidents/mine')).status, 200);
    assertProblem(await agree(token, 'from_14', 'an-older-one'), 409, 'privacy/notice-moved-on');
    const id = newId();
    const both = await Promise.all([
      agree(token, 'from_14', undefined, id),
      agree(token, 'from_14', undefined, id),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    assert.equal((await get(token, '/api/me')).body.privacyNotice.agreed, true);
    assert.equal((await report(token, '路灯不亮')).status, 201);
    const kept = await here.database.query('select id from privacy_consent where id = ?', [id]);
    assert.equal(kept.length, 1);
    // Giving it without being asked how old one is goes by no way.
    const around = { id: newId(), given: true, way: 'browser' };
    assertProblem(
      await post(token, '/api/me/privacy/consents/notice', around),
      409,
      'privacy/agree-by-reading',
    );
    const back = { id: newId(), given: false, way: 'browser' };
    assert.equal((await post(token, '/api/me/privacy/consents/notice', back)).status, 200);
    assertProblem(await get(token, '/api/me'), 401, 'auth/token-invalid');
  });

  it('that asks again is asked of who agreed to an older one, before anything more of theirs is kept', async () => {
    const { token, id } = await arrive();
    await agree(token);
    const [older] = NOTICE_VERSIONS;
    // Whoever works for the community does so under its rules, whatever they agreed to.
    await here.database.query('update person set notice_version = ? where id = ? or name = ?', [
      ...[older?.version, id, '测试worker'],
    ]);
    assertProblem(await report(token, '灯又不亮了'), 403, 'auth/notice-needed');
    const { version } = PRIVACY_NOTICE;
    assert.deepEqual((await get(token, '/api/me')).body.privacyNotice, { version, agreed: false });
    assert.equal((await get(token, '/api/incidents/mine')).status, 200);
    assert.equal((await agree(token)).status, 200);
    const sent = await report(token, '灯又不亮了');
    assert.equal(sent.status, 201);
    assert.equal((await here.act('worker', sent.body.id, 'accept')).status, 200);
  });
});

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
    assert.match(moved.body.maskedPhones[0], /^136\*\*\*\*/);
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

describe('leaving', () => {
  it('waits, can be taken back, takes everything, and the same phone comes again as somebody new', async () => {
    const one = await arrive();
    await agree(one.token);
    await post(one.token, '/api/me/privacy/name', { name: '要走的人' });
    const told = (await report(one.token, '五楼的灯不亮')).body;
    const asking = { id: newId() };
    const both = await Promise.all([
      post(one.token, '/api/me/privacy/erasure', asking),
      post(one.token, '/api/me/privacy/erasure', { id: newId() }),
    ]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    const { erasure } = await mine(one.token);
    assert.equal(erasure.state, 'cooling');
    assert.ok(Date.parse(erasure.dueAt) - Date.parse(erasure.askedAt) === 15 * 86_400_000);
    assert.equal((await post(one.token, '/api/me/privacy/erasure/cancel', { id: erasure.id })).status, 200);
    assert.equal((await mine(one.token)).erasure, null);
    // What was sent before and arrives again begins nothing anew.
    assert.equal((await post(one.token, '/api/me/privacy/erasure', { id: erasure.id })).status, 200);
    assert.equal((await mine(one.token)).erasure, null);

    await post(one.token, '/api/me/privacy/erasure', { id: newId() });
    await ageErasure(one.id);
    const person = await eventually('they leave', async () => {
      const [row] = await here.database.query<{ name: string; erasedAt: Date | null }>(
        'select name, erased_at as erasedAt from person where id = ?',
        [one.id],
      );
      return row?.erasedAt === null ? null : (row ?? null);
    });
    assert.equal(person.name, '已注销用户');
    assertProblem(await get(one.token, '/api/me'), 401, 'auth/token-invalid');
    const left = await here.database.query('select id from person_login where person_id = ?', [one.id]);
    assert.deepEqual(left, []);
    // What they reported is still there to be done, and says nothing of them.
    const seen = await here.as('worker', 'GET', `/api/incidents/${told.id}`);
    assert.equal(seen.status, 200);
    assert.doesNotMatch(JSON.stringify(seen.body), /要走的人/);
    await here.database.query('delete from phone_code_quota');
    const again = await arrive(one.phone);
    assert.notEqual(again.id, one.id);
    assert.equal(again.me.privacyNotice.agreed, false);

    // What was under way when they left and wrote of them afterwards is taken away as well.
    await here.database.query(
      `insert into person_login (id, person_id, kind, realm, subject, created_at) values (?, ?, 'wechat', 'x', ?, now(3))`,
      [newId(), one.id, newId()],
    );
    await here.database.query("update person set name = '要走的人' where id = ?", [one.id]);
    await here.database.query('update privacy_erasure set next_try_at = now(3) where person_id = ?', [
      one.id,
    ]);
    await eventually('it is taken away again', async () => {
      const [row] = await here.database.query(
        'select 1 from person p where p.id = ? and (p.name = ? or exists (select 1 from person_login l where l.person_id = p.id))',
        [one.id, '要走的人'],
      );
      return row === undefined;
    });
    // Nobody reads any more how what they reported goes on.
    const took = await here.as('worker', 'POST', `/api/incidents/${told.id}/accept`, {
      actionId: newId(),
    });
    assert.equal(took.status, 200, JSON.stringify(took.body));
    await eventually('every effect to be done', async () => {
      const open = await here.database.query('select id from outbox_event where done_at is null');
      return open.length === 0;
    });
    const read = await here.database.query('select id from inbox_message where person_id = ?', [one.id]);
    assert.deepEqual(read, []);
  });

  it('says at the start what stands in the way, and asks again at the end', async () => {
    const worker = await here.as('worker', 'POST', '/api/me/privacy/erasure', { id: newId() });
    assertProblem(worker, 409, 'privacy/cannot-leave-yet');
    assert.match(worker.body.title, /还担任着网格员/);

    const one = await arrive();
    await agree(one.token);
    await post(one.token, '/api/me/privacy/erasure', { id: newId() });
    const { near } = here.town;
    await here.database.query(
      `insert into appointment (id, person_id, role, area_id, subdistrict_id, community_id, building_id, from_at, created_at)
       values (?, ?, 'building_captain', ?, ?, ?, ?, now(3), now(3))`,
      [newId(), one.id, near.buildingId, near.subdistrictId, near.id, near.buildingId],
    );
    await ageErasure(one.id);
    const { obstacles } = await eventually('it is put off', async () => {
      const { erasure } = await mine(one.token);
      return erasure.state === 'postponed' ? erasure : null;
    });
    assert.match(obstacles.join(''), /楼长/);
    const delays = () => toldOf(one.token, '注销推迟了');
    await eventually('they are told why', async () => /楼长/.test((await delays())[0] ?? ''));
    await ageErasure(one.id);
    await eventually('it is looked at again', async () => {
      const [row] = await here.database.query(
        'select 1 from privacy_erasure where open_key = ? and next_try_at > now(3)',
        [one.id],
      );
      return row !== undefined;
    });
    await eventually('every effect to be done', async () => {
      const open = await here.database.query('select id from outbox_event where done_at is null');
      return open.length === 0;
    });
    assert.equal((await delays()).length, 1, 'the same is said once, not every day');

    // On leave they are known by the registered name all the same.
    await here.database.query(
      `insert into appointment_leave (id, appointment_id, from_at, to_at)
       select ?, id, now(3) - interval 1 hour, now(3) + interval 1 day from appointment where person_id = ?`,
      [newId(), one.id],
    );
    assertProblem(
      await post(one.token, '/api/me/privacy/name', { name: '别人' }),
      409,
      'privacy/name-is-registered',
    );
    assert.equal((await mine(one.token)).mayChangeName, false);

    // Whoever is suspended does not leave and come back as somebody who is not.
    await here.database.query('update appointment set to_at = now(3) where person_id = ?', [one.id]);
    await here.database.query('update person set suspended_at = now(3) where id = ?', [one.id]);
    await ageErasure(one.id);
    await eventually('it is put off again', async () => {
      const [row] = await here.database.query<{ obstacles: string }>(
        'select obstacles from privacy_erasure where open_key = ? and next_try_at > now(3)',
        [one.id],
      );
      return row !== undefined && /停用/.test(row.obstacles);
    });
  });
});

/** Whatever a machine says of a child's picture, a person has looked at it before anybody else sees it. */
async function reportsWithAPicture(token: string): Promise<void> {
  const photoId = newId();
  const form = new FormData();
  form.set('id', photoId);
  form.set('file', new Blob([new Uint8Array(await picture())], { type: 'image/jpeg' }), 'photo.jpg');
  assert.equal((await post(token, '/api/photos', form)).status, 201);
  const body = here.reportBody({ photoIds: [photoId], description: '滑梯坏了' });
  assert.equal((await post(token, '/api/incidents', body)).status, 201);
  await here.database.query("update content_piece set verdict = 'pass' where id = ?", [photoId]);
  const path = `/api/incidents/${body.id}`;
  const seen = async () => JSON.stringify((await here.as('neighbour', 'GET', path)).body).includes(photoId);
  const publish = (hiddenPieceCount: number) =>
    here.as('communityWorker', 'POST', `${path}/publish`, { actionId: newId(), hiddenPieceCount });
  assert.equal(await seen(), false);
  assertProblem(await publish(1), 409, 'incident/more-to-look-at');
  assert.equal(await seen(), false);
  const { hiddenPieceCount } = (await here.as('communityWorker', 'GET', path)).body;
  assert.equal(hiddenPieceCount, 2);
  assert.equal((await publish(hiddenPieceCount)).status, 200);
  assert.equal(await seen(), true);
}

describe('a child under fourteen', () => {
  it('reads and writes nothing until a guardian agrees, whose taking back ends the account', async () => {
    const child = await arrive();
    assert.equal((await agree(child.token, 'under_14')).body.awaitsGuardian, true);
    // Saying something else afterwards makes nobody older.
    assert.equal((await agree(child.token, 'from_14')).body.awaitsGuardian, true);
    assertProblem(await report(child.token, '滑梯坏了'), 403, 'auth/guardian-needed');
    assert.equal((await get(child.token, '/api/me/homes')).status, 200);

    const path = '/api/me/privacy/guardian';
    assertProblem(await post(child.token, `${path}/codes`, { phone: child.phone }), 409, 'privacy/own-phone');
    const grown = await arrive();
    const asked = await post(grown.token, `${path}/codes`, { phone: newPhone() });
    assertProblem(asked, 409, 'privacy/no-guardian-needed');
    const phone = newPhone();
    const code = await codeFor(`${path}/codes`, phone, child.token);
    // What the child reads off the screen does not sign in as the guardian.
    assertProblem(await post(undefined, '/api/auth/phone', { phone, code }), 401, 'auth/code-wrong');
    const consent = { id: newId(), name: '张妈妈', relation: 'mother', phone, code };
    assert.equal((await post(child.token, path, consent)).body.awaitsGuardian, false);
    assert.equal((await post(child.token, path, consent)).status, 200);
    await reportsWithAPicture(child.token);
    const [row] = await here.database.query<Record<string, string>>(
      'select * from privacy_guardian where id = ?',
      [consent.id],
    );
    assert.doesNotMatch(JSON.stringify(row), new RegExp(`张妈妈|${phone}`));

    await here.database.query('delete from phone_code_quota');
    const enter = { phone, code: await codeFor('/api/privacy/guardian/codes', phone) };
    const { ticket, items } = (await post(undefined, '/api/privacy/guardian/children', enter)).body;
    assert.deepEqual(
      items.map(({ id }: { id: string }) => id),
      [consent.id],
    );
    const forged = { ticket: ticket.replace(/^./, '0'), id: consent.id };
    assert.equal((await post(undefined, '/api/privacy/guardian/withdraw', forged)).status, 401);
    const { near } = here.town;
    const office = newId();
    await here.database.query(
      `insert into appointment (id, person_id, role, area_id, subdistrict_id, community_id, building_id, from_at, created_at)
       values (?, ?, 'building_captain', ?, ?, ?, ?, now(3), now(3))`,
      [office, child.id, near.buildingId, near.subdistrictId, near.id, near.buildingId],
    );
    const withdraw = () => post(undefined, '/api/privacy/guardian/withdraw', { ticket, id: consent.id });
    const held = await withdraw();
    assertProblem(held, 409, 'privacy/child-cannot-leave-yet');
    assert.match(held.body.title, /他还担任着楼长/);
    assert.equal((await get(child.token, '/api/me')).status, 200);
    await here.database.query('update appointment set to_at = now(3) where id = ?', [office]);
    const taken = await withdraw();
    assert.equal(taken.status, 204, JSON.stringify(taken.body));
    // The answer was lost: sent again, it is done already.
    assert.equal((await withdraw()).status, 204);
    assertProblem(await get(child.token, '/api/me'), 401, 'auth/token-invalid');
    const [gone] = await here.database.query<{ name: string }>('select name from person where id = ?', [
      child.id,
    ]);
    assert.equal(gone?.name, '已注销用户');

    // An office of somebody who left stands before nobody else's.
    await here.database.query('update appointment set settled_at = null where id = ?', [office]);
    const next = newId();
    await here.database.query(
      `insert into appointment (id, person_id, role, area_id, subdistrict_id, community_id, building_id, from_at, to_at, created_at)
       values (?, ?, 'building_captain', ?, ?, ?, ?, now(3), now(3), now(3))`,
      [next, grown.id, near.buildingId, near.subdistrictId, near.id, near.buildingId],
    );
    await eventually('the next one is settled', async () => {
      const [row] = await here.database.query(
        'select id from appointment where id = ? and settled_at is not null',
        [next],
      );
      return row !== undefined;
    });
  });
});

describe('what has an end', () => {
  it('is taken away when it is over, and not before', async () => {
    const days = (many: number) => new Date(Date.now() - many * 86_400_000);
    const idOf = (at: Date) => uuidv7(at.getTime(), new Uint8Array(10).fill(many++));
    let many = 1;
    const old = idOf(days(400));
    const fresh = idOf(days(300));
    for (const [id, at] of [
      [old, days(400)],
      [fresh, days(300)],
    ] as const)
      await here.database.query(
        `insert into inbox_message (id, person_id, kind, title, body, link_type, cause, at)
         values (?, ?, 'notice', '旧', '旧', 'notice', ?, ?)`,
        [id, newId(), id, at],
      );
    const counts = ['1', '2'].map((digit) => digit.repeat(64));
    for (const [at, index] of [
      [days(400), counts[0]],
      [days(1), counts[1]],
    ] as const) {
      await here.database.query(
        'insert into phone_code_quota (phone_index, day, sent, last_sent_at) values (?, 20250101, 5, ?)',
        [index, at],
      );
      await here.database.query(
        'insert into password_failure (account_index, failures, first_failed_at) values (?, 5, ?)',
        [index, at],
      );
    }
    // It looks when it begins.
    const other = await startServer(here.database.url);
    await eventually('the old one goes', async () => {
      const left = await here.database.query<{ id: string }>(
        'select id from inbox_message where id in (?, ?)',
        [old, fresh],
      );
      return left.length === 1 && left[0]?.id === fresh;
    });
    for (const [table, column] of [
      ['phone_code_quota', 'phone_index'],
      ['password_failure', 'account_index'],
    ] as const)
      await eventually(`what was counted in ${table} goes`, async () => {
        const left = await here.database.query<{ index: string }>(
          `select ${column} as \`index\` from ${table} where ${column} in (?)`,
          [counts],
        );
        return left.length === 1 && left[0]?.index === counts[1];
      });
    await other.stop();
  });
});

describe('telephone numbers', () => {
  it('stand in no table as they are', async () => {
    const tables = await here.database.query<{ name: string; columnName: string }>(
      `select table_name as name, column_name as columnName from information_schema.columns
        where table_schema = database() and data_type in ('varchar', 'char', 'text', 'mediumtext', 'longtext')`,
    );
    const found: string[] = [];
    for (const { name, columnName } of tables) {
      const rows = await here.database.query(
        `select 1 from \`${name}\` where \`${columnName}\` like '%1360000____%' limit 1`,
      );
      if (rows.length > 0) found.push(`${name}.${columnName}`);
    }
    assert.deepEqual(found, []);
  });
});
