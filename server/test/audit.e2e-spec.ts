import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { BEGINNING, type SealedContent, sealHash } from '../src/platform/audit/audit-chain.js';
import { SEALED_COLUMNS } from '../src/platform/audit/audit-rows.js';
import { ask, assertProblem, eventually } from './support/api.js';
import { FORGERIES } from './support/audit-forgeries.js';
import { builtFile } from './support/built.js';
import { newId } from './support/new-id.js';
import { type RunningProcess, startServer } from './support/server-process.js';
import { cellsOf } from './support/sheets.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { buildTown, type PersonSeed, type Town } from './support/town.js';

interface Entry {
  id: string;
  action: string;
  actor: { id: string; name: string } | null;
  subject: { type: string; id: string; label: string | null };
  about: { id: string; name: string } | null;
  details: Record<string, unknown>;
  sealedAs: number | null;
}
interface Check {
  count: number;
  phase: string;
  next: string | null;
  broken: { kind: string; seq: number | null; entryId: string | null } | null;
}

let database: TestDatabase;
let town: Town;
let server: RunningProcess;
let other: RunningProcess;
let auditor: string;
let secretary: PersonSeed;
let secretaryToken: string;
let reporter: PersonSeed;

const signIn = async (key: string, base = server.url) =>
  (await ask(base, 'POST', '/api/auth/demo', { body: { key } })).body;
const get = (path: string, token = auditor) => ask(server.url, 'GET', path, { token });
const entries = async (query: string): Promise<Entry[]> => {
  const answer = await get(`/api/audit/entries?${query}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.items;
};
const countOf = async (where: string) =>
  (await database.query<{ id: string }>(`select id from audit_entry where ${where}`)).length;

const allSealed = () =>
  eventually('every entry sealed', async () => {
    return (await database.query('select 1 from audit_unsealed limit 1')).length === 0;
  });

/** Checks the whole chain as the console does, part after part. */
async function check(kept: { keptSeq?: number; keptHash?: string } = {}): Promise<Check['broken']> {
  let from: string | null = null;
  for (;;) {
    const body = { ...kept, ...(from === null ? {} : { from }) };
    const answer = await ask(server.url, 'POST', '/api/audit/checks', { token: auditor, body });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const part = answer.body as Check;
    if (part.next === null) return part.broken;
    from = part.next;
  }
}

before(async () => {
  database = await createTestDatabase();
  town = await buildTown(database.url);
  const { near } = town;
  await town.addPerson('auditor', [{ role: 'auditor' }]);
  await town.addPerson('admin', [{ role: 'platform_admin' }]);
  secretary = await town.addPerson('secretary', [
    { role: 'community_secretary', areaId: near.id, subdistrictId: near.subdistrictId, communityId: near.id },
  ]);
  reporter = await town.addPerson('resident');
  await town.addPasswordLogin(secretary.id, 'shuji9', 'a password nobody guesses');
  [server, other] = await Promise.all([startServer(database.url), startServer(database.url)]);
  auditor = (await signIn('auditor')).accessToken;
  secretaryToken = (await signIn('secretary')).accessToken;
});
after(async () => {
  await Promise.all([server?.stop(), other?.stop(), town?.close()]);
  await database?.drop();
});

describe('who signs in', () => {
  it('is kept with the way they came, and so is their leaving, once', async () => {
    const session = await signIn('secretary');
    const leave = () =>
      ask(server.url, 'POST', '/api/auth/logout', { body: { refreshToken: session.refreshToken } });
    await leave();
    await leave();
    const [out, into] = await entries(`who=${secretary.id}`);
    assert.deepEqual(
      [out?.action, into?.action, into?.details, into?.actor?.id],
      ['session.sign_out', 'session.sign_in', { method: 'demo', secondStep: false }, secretary.id],
    );
    assert.equal(into?.subject.id, out?.subject.id);
    assert.equal(await countOf("action = 'session.sign_out'"), 1);
  });

  it('and who fails to, up to the lock, without what they typed', async () => {
    const typed = 'Geheim-Wort-9000';
    for (let tries = 0; tries < 5; tries++)
      await ask(server.url, 'POST', '/api/auth/password', { body: { account: 'shuji9', password: typed } });
    await ask(server.url, 'POST', '/api/auth/password', { body: { account: typed, password: 'x' } });
    const about = await entries(`about=${secretary.id}&action=session.refused`);
    assert.equal(about.length, 4);
    assert.equal((await entries(`about=${secretary.id}&action=session.locked`)).length, 1);
    assert.equal(await countOf("action = 'session.refused' and about_person_id is null"), 1);
    const all = JSON.stringify(await database.query('select * from audit_entry'));
    assert.ok(!all.includes(typed) && !all.toLowerCase().includes('shuji9'));
  });
});

describe('personal data', () => {
  it('that is read is kept once in ten minutes, about whom it was; one’s own is not', async () => {
    const id = newId();
    const body = { id, categoryCode: 'lighting', description: '楼道灯不亮', photoIds: [] };
    const resident = (await signIn('resident')).accessToken;
    const report = await ask(server.url, 'POST', '/api/incidents', {
      token: resident,
      body: { ...body, buildingId: town.near.buildingId },
    });
    assert.equal(report.status, 201, JSON.stringify(report.body));
    await get(`/api/incidents/${id}`, resident);
    await get(`/api/incidents/${id}`, '');
    assert.equal(await countOf(`subject_id = '${id}'`), 0);
    await Promise.all(
      [server.url, other.url, server.url].map((url) =>
        ask(url, 'GET', `/api/incidents/${id}`, { token: secretaryToken }),
      ),
    );
    const reads = await entries(`subjectId=${id}`);
    assert.ok(reads.length === 1 || reads.length === 2, 'two only where ten minutes turned in between');
    assert.deepEqual(
      [reads[0]?.action, reads[0]?.actor?.id, reads[0]?.about?.id],
      ['incident.read_reporter', secretary.id, reporter.id],
    );
  });

  it('that is set is kept without the number itself', async () => {
    const path = `/api/communities/${town.near.id}/duty-phone`;
    const set = () =>
      ask(server.url, 'PUT', path, { token: secretaryToken, body: { phone: '0546-8123456', version: 0 } });
    const first = await set();
    assert.equal(first.status, 200, JSON.stringify(first.body));
    await set();
    const kept = await entries(`action=duty_phone.set&communityId=${town.near.id}`);
    assert.deepEqual(
      kept.map(({ details }) => details),
      [{ given: true, version: 1 }],
    );
    assert.equal(await countOf("details like '%8123456%'"), 0);
  });
});

describe('the auditor', () => {
  it('finds entries by name, thing and time, page by page, and the looking is kept too', async () => {
    const [{ name } = { name: '' }] = await database.query<{ name: string }>(
      'select name from person where id = ?',
      [secretary.id],
    );
    const byName = await entries(`who=${encodeURIComponent(name)}`);
    assert.ok(byName.length >= 3);
    assert.ok(byName.every(({ actor }) => actor?.name === name));
    const first = await get(`/api/audit/entries?limit=1&who=${secretary.id}`);
    const second = await get(
      `/api/audit/entries?limit=1&who=${secretary.id}&cursor=${first.body.nextCursor}`,
    );
    assert.deepEqual(
      [first.body.items[0].id, second.body.items[0].id],
      byName.slice(0, 2).map(({ id }) => id),
    );
    const later = new Date(Date.now() + 60_000).toISOString();
    assert.equal((await entries(`from=${later}`)).length, 0);
    assert.ok((await entries(`to=${later}&action=session.sign_in`)).length > 0);
    assert.equal((await entries('who=nobody-has-this-name')).length, 0);
    // One look is one entry in ten minutes, however many pages; two at a turn of the window.
    const looks = await entries(`action=audit.read&about=${secretary.id}`);
    const seen = looks.filter(({ details }) => details.who === undefined && details.action === undefined);
    assert.ok(seen.length <= 2);
    const looked = await countOf(`action = 'audit.read' and details = '{"who":"${secretary.id}"}'`);
    assert.ok(looked === 1 || looked === 2, `${looked} entries for one way of looking`);
    for (const wrong of ['limit=101', 'cursor=x', 'action=none', 'from=yesterday', 'subjectId=%27'])
      assertProblem(await get(`/api/audit/entries?${wrong}`), 400, 'request/invalid');
  });

  it('exports what was found, as words', async () => {
    const exported = (query: string) =>
      fetch(`${server.url}/api/audit/export?${query}`, { headers: { authorization: `Bearer ${auditor}` } });
    const response = await exported('action=session.locked');
    assert.equal(response.status, 200);
    const { rows, formulas } = await cellsOf(await response.arrayBuffer());
    assert.equal(rows.length, 2);
    assert.equal(formulas, 0);
    assert.ok(rows[1]?.includes('密码错得太多，账号锁住'));
    const [kept] = await entries('action=audit.export');
    assert.deepEqual(kept?.details, { action: 'session.locked', rows: 1 });
    const sheet = await cellsOf(await (await exported('action=audit.export')).arrayBuffer());
    assert.ok(sheet.rows[1]?.includes('查的是：密码错得太多，账号锁住；行数：1'), sheet.rows[1]?.join());
  });
});

describe('the chain', () => {
  it('is one, whoever seals, and holds while everybody writes', async () => {
    const keys = ['secretary', 'auditor', 'admin'];
    const bases = [server.url, other.url];
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => signIn(keys[index % 3] ?? '', bases[index % 2] ?? '')),
    );
    await allSealed();
    const [count] = await database.query<{ most: number; all: number; entries: number }>(
      `select cast(max(seq) as signed) as most, count(*) as \`all\`,
         (select count(*) from audit_entry) as entries from audit_seal`,
    );
    assert.equal(Number(count?.most), Number(count?.all));
    assert.equal(Number(count?.entries), Number(count?.all));
    assert.equal(await check(), null);
  });

  it('leaves what is written in a transaction that fails unwritten', async () => {
    const waiting = await database.another();
    await waiting.query('start transaction');
    await waiting.query('insert into audit_unsealed (entry_id) values (?)', [newId()]);
    await waiting.query('rollback');
    await waiting.drop();
    await allSealed();
    assert.equal(await check(), null);
  });

  it('shows every way of tampering, and its place', async () => {
    await database.query('create table kept_entry as select * from audit_entry');
    await database.query('create table kept_seal as select * from audit_seal');
    for (const { what, forge, undo, kind } of FORGERIES) {
      await allSealed();
      for (const statement of forge) await database.query(statement);
      const broken = await check();
      assert.equal(broken?.kind, kind, `${what}: ${JSON.stringify(broken)}`);
      if (['entry_changed', 'entry_missing', 'seal_missing'].includes(kind))
        assert.equal(broken?.seq, 7, what);
      for (const statement of undo) await database.query(statement);
    }
    await allSealed();
    assert.equal(await check(), null);
    const verified = await entries('action=audit.verify&limit=100');
    assert.equal(verified.filter(({ details }) => details.sound === false).length, FORGERIES.length);
  });

  it('shows a chain made anew from one entry on only to who kept a root of it', async () => {
    const [kept] = await database.query<{ hash: string }>('select hash from audit_seal where seq = 12');
    assert.equal(await check({ keptSeq: 12, keptHash: kept?.hash ?? '' }), null);
    const differs = await check({ keptSeq: 12, keptHash: '0'.repeat(64) });
    assert.deepEqual([differs?.kind, differs?.seq], ['kept_root_differs', 12]);
    assert.equal((await check({ keptSeq: 1_000_000, keptHash: '0'.repeat(64) }))?.kind, 'tail_missing');
    const wrong = await ask(server.url, 'POST', '/api/audit/checks', {
      token: auditor,
      body: { keptSeq: 1 },
    });
    assertProblem(wrong, 400, 'audit/kept-root-incomplete');
    const lost = await ask(server.url, 'POST', '/api/audit/checks', { token: auditor, body: { from: 'x' } });
    assertProblem(lost, 400, 'audit/check-place-invalid');
  });

  it('is checked from the command line as well, which ends with 1 where it is broken', async () => {
    await allSealed();
    const run = (...args: string[]) =>
      new Promise<{ code: number; said: string }>((resolve) => {
        const env = { PATH: process.env.PATH, DATABASE_URL: database.url };
        execFile(process.execPath, [builtFile('audit-verify.js'), ...args], { env }, (error, said) =>
          resolve({ code: Number(error?.code ?? 0), said }),
        );
      });
    const sound = await run();
    assert.equal(sound.code, 0, sound.said);
    const last = /the last is (\d+ [0-9a-f]{64})/.exec(sound.said)?.[1] ?? '';
    assert.equal((await run(last)).code, 0);
    const differs = await run('12', '0'.repeat(64));
    assert.deepEqual([differs.code, differs.said], [1, 'broken at seal 12: kept_root_differs\n']);
  });

  it('is followed from its beginning only, by one auditor, with one kept root, in one go', async () => {
    const answer = (body: object) => ask(server.url, 'POST', '/api/audit/checks', { token: auditor, body });
    const invented = { phase: 'entries', after: 'ffffffff-ffff-7fff-bfff-ffffffffffff' };
    const unsigned = Buffer.from(JSON.stringify(invented)).toString('base64url');
    const first: Check = (await answer({})).body;
    const [, signature] = first.next?.split('.') ?? [];
    const words = JSON.stringify({ began: Date.now(), place: invented });
    const recorded = () => countOf("action = 'audit.verify'");
    const before = await recorded();
    for (const from of [unsigned, `${Buffer.from(words).toString('base64url')}.${signature}`])
      assertProblem(await answer({ from }), 400, 'audit/check-place-invalid');
    const otherRoot = { from: first.next, keptSeq: 12, keptHash: '0'.repeat(64) };
    assertProblem(await answer(otherRoot), 400, 'audit/check-place-invalid');
    await town.addPerson('auditor2', [{ role: 'auditor' }]);
    const token = (await signIn('auditor2')).accessToken;
    const others = { token, body: { from: first.next } };
    assertProblem(
      await ask(server.url, 'POST', '/api/audit/checks', others),
      400,
      'audit/check-place-invalid',
    );
    assert.equal(await recorded(), before);
    assert.equal((await answer({ from: first.next })).status, 200);
    assert.equal(await recorded(), before + 1);
  });

  it('has a root for every day that is over, and begins at the last that is older than three years when the rest is gone', async () => {
    await allSealed();
    const hashes = await timePasses();
    await signIn('admin');
    await allSealed();
    const { body } = await get('/api/audit/roots');
    assert.equal(body.items.length, 1);
    assert.equal(await check({ keptSeq: body.items[0].seq, keptHash: body.items[0].hash }), null);
    // Calling a young seal the root of an old day takes nothing away.
    await database.query(
      "insert into audit_root (day, seq, hash, published_at) values ('2019-01-01', 15, ?, utc_timestamp(3))",
      [hashes[15]],
    );
    const fresh = await startServer(database.url);
    await eventually('the old ones gone', async () => {
      return (await database.query('select 1 from audit_seal where seq < 10')).length === 0;
    });
    await fresh.stop();
    const [first] = await database.query<{ seq: number }>(
      'select cast(min(seq) as signed) as seq from audit_seal',
    );
    assert.equal(Number(first?.seq), 10);
    assert.equal((await check())?.kind, 'root_differs');
    await database.query("delete from audit_root where day = '2019-01-01'");
    await allSealed();
    assert.equal(await check(), null);
    assert.equal(await check({ keptSeq: 10, keptHash: hashes[10] ?? '' }), null);
    assert.equal((await check({ keptSeq: 10, keptHash: '0'.repeat(64) }))?.kind, 'kept_root_differs');
    const gone = await check({ keptSeq: 9, keptHash: hashes[9] ?? '' });
    assert.deepEqual([gone?.kind, gone?.seq], ['kept_root_gone', 9]);
  });
});

/** As if the first ten had been sealed four years ago and the rest yesterday; the seals by their places. */
async function timePasses(): Promise<string[]> {
  const rows = await database.query<SealedContent & { seq: number }>(
    `select cast(s.seq as signed) as seq, ${SEALED_COLUMNS}
       from audit_seal s join audit_entry e on e.id = s.entry_id order by s.seq`,
  );
  const day = 86_400_000;
  const hashes = [BEGINNING.hash];
  const seals = rows.map((entry, index) => {
    const sealedAt = new Date(Date.now() - (index < 10 ? 4 * 366 * day : day));
    const prevHash = hashes[index] ?? '';
    hashes.push(sealHash({ seq: index, hash: prevHash }, sealedAt, entry));
    return [index + 1, entry.id, sealedAt, prevHash, hashes[index + 1]];
  });
  await database.query('delete from audit_seal');
  await database.query('insert into audit_seal (seq, entry_id, sealed_at, prev_hash, hash) values ?', [
    seals,
  ]);
  await database.query('update audit_head set hash = ?, sealed_at = ?', [hashes.at(-1), seals.at(-1)?.[2]]);
  return hashes;
}
