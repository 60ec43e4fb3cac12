import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Answer, ask, assertProblem, eventually } from './support/api.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { startServer } from './support/server-process.js';
import type { AppointmentSeed } from './support/town.js';

const APPLIED = 'lighting';
let here: Neighbourhood;
let count = 0;

interface Someone {
  id: string;
  key: string;
  token: string;
}

before(async () => {
  here = await moveIn();
});
after(() => here?.close());

/** Somebody with a session, known in the near community by a report. */
async function someone(appointments: AppointmentSeed[] = [], reports = true): Promise<Someone> {
  const key = `twice-${++count}`;
  const { id } = await here.town.addPerson(key, appointments);
  const { body } = await ask(here.base, 'POST', '/api/auth/demo', { body: { key } });
  const person = { id, key, token: body.accessToken };
  if (reports) await reportAs(person);
  return person;
}
async function reportAs({ token }: Someone): Promise<string> {
  const answer = await ask(here.base, 'POST', '/api/incidents', {
    token,
    body: here.reportBody({ categoryCode: APPLIED }),
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}
const mergeBody = (into: Someone) => ({
  actionId: newId(),
  intoPersonId: into.id,
  reason: '本人说两个号都是他的',
});
const merge = (from: Someone, into: Someone, body: object = mergeBody(into)): Promise<Answer> =>
  here.as('secretary', 'POST', `/api/people/${from.id}/merge`, body);
const inNear = () => ({ subdistrictId: here.town.near.subdistrictId, communityId: here.town.near.id });
const gridWorker = (index: 0 | 1): AppointmentSeed => ({
  ...{ role: 'grid_worker', areaId: here.town.near.grids[index].id, gridId: here.town.near.grids[index].id },
  ...inNear(),
});
const rowsOf = async (table: string, column: string, { id }: Someone) => {
  const [row] = await here.database.query<{ n: number }>(
    `select count(*) as n from ${table} where ${column} = ?`,
    [id],
  );
  return Number(row?.n);
};
async function claim({ token }: Someone, door: 0 | 1 | 2 | 3, relation: string): Promise<string> {
  const answer = await ask(here.base, 'POST', '/api/households/claims', {
    token,
    body: { id: newId(), homeId: here.town.near.homeIds[door], relation, livesHere: true, name: '王两遍' },
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id;
}

describe('somebody who is here twice', () => {
  it('becomes one, with both histories, both ways in and one place in each home', async () => {
    const [from, into] = [await someone(), await someone()];
    await here.town.addPhoneLogin(from.id, '13800137701');
    await here.town.addPhoneLogin(into.id, '13900137702');
    const followed = await here.report();
    for (const { token } of [from, into]) {
      const answer = await ask(here.base, 'PUT', `/api/incidents/${followed}/follow`, { token });
      assert.ok(answer.status < 300, JSON.stringify(answer.body));
    }
    await claim(from, 0, 'tenant');
    await claim(into, 0, 'tenant');
    await claim(from, 1, 'tenant');

    const seen = await here.as('secretary', 'POST', '/api/people/find', {
      phone: '13800137701',
    });
    assert.deepEqual(
      seen.body.items.map(({ id }: { id: string }) => id),
      [from.id],
    );
    assert.deepEqual(seen.body.items[0].maskedPhones, ['138****7701']);
    const preview = await here.as('secretary', 'GET', `/api/people/${from.id}/merge-preview?into=${into.id}`);
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    assert.deepEqual(preview.body.conflicts, []);
    assert.deepEqual(preview.body.from.waysIn, ['手机号']);
    assert.equal(preview.body.from.homes.length, 2);
    assert.ok(preview.body.moves.some(({ title }: { title: string }) => title === '报过的事'));
    assert.ok(!JSON.stringify(preview.body).includes('13800137701'));

    const body = mergeBody(into);
    const merged = await merge(from, into, body);
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    assert.deepEqual((await merge(from, into, body)).body, merged.body);
    assertProblem(await merge(from, into, { ...body, reason: '别的' }), 409, 'request/id-used-differently');

    const admin = await someone([{ role: 'personnel_admin' }], false);
    const both = ['138****7701', '139****7702'];
    const mine = await ask(here.base, 'GET', '/api/me/privacy', { token: into.token });
    assert.deepEqual([...mine.body.maskedPhones].sort(), both);
    const kept = await ask(here.base, 'GET', '/api/me/privacy/holdings', { token: into.token });
    const ways = kept.body.items.find(({ kind }: { kind: string }) => kind === 'identity.login');
    for (const phone of both) assert.ok(ways.shown.includes(phone), ways.shown);
    const person = await ask(here.base, 'GET', `/api/staff/${into.id}`, { token: admin.token });
    assert.deepEqual([...person.body.maskedPhones].sort(), both, JSON.stringify(person.body));
    const { json } = (
      await ask(here.base, 'POST', '/api/me/privacy/exports', { token: into.token, body: { id: newId() } })
    ).body;
    const copy = JSON.stringify((await ask(here.base, 'GET', json.slice(json.indexOf('/api/')))).body);
    for (const phone of ['13800137701', '13900137702']) assert.ok(copy.includes(phone), phone);

    const { items } = (await ask(here.base, 'GET', '/api/incidents/mine', { token: into.token })).body;
    assert.equal(items.length, 2);
    const detail = await ask(here.base, 'GET', `/api/incidents/${items[1].id}`, { token: into.token });
    assert.equal(detail.status, 200);
    for (const [table, column] of [
      ['incident', 'reporter_id'],
      ['incident_action', 'actor_person_id'],
      ['incident_follower', 'person_id'],
      ['household_member', 'person_id'],
      ['household_member_action', 'actor_person_id'],
      ['person_login', 'person_id'],
    ] as const)
      assert.equal(await rowsOf(table, column, from), 0, `${table}.${column}`);
    assert.equal(await rowsOf('incident_follower', 'person_id', into), 1);
    const homes = await here.database.query<{ state: string; openKey: string | null }>(
      'select state, open_key as openKey from household_member where person_id = ? order by claimed_at',
      [into.id],
    );
    assert.deepEqual(
      homes.map(({ state }) => state),
      ['claimed', 'withdrawn', 'claimed'],
    );
    assert.ok(homes.every(({ openKey }) => openKey === null || openKey.endsWith(`:${into.id}`)));

    const inboxOf = async () =>
      (await ask(here.base, 'GET', '/api/inbox', { token: into.token })).body.items as { title: string }[];
    await eventually('the one who goes on is told', async () =>
      (await inboxOf()).some(({ title }) => title === '您的两份登记已合并'),
    );

    // What the other had open is over, their number leads to the survivor, and the audit finds both.
    assert.equal((await ask(here.base, 'GET', '/api/me', { token: from.token })).status, 401);
    assert.equal((await ask(here.base, 'POST', '/api/auth/demo', { body: { key: from.key } })).status, 404);
    const [login] = await here.database.query<{ personId: string }>(
      "select person_id as personId from person_login where kind = 'phone' and person_id = ?",
      [into.id],
    );
    assert.equal(login?.personId, into.id);
    const entries = await here.database.query<{ about: string }>(
      "select about_person_id as about from audit_entry where action = 'person.merge' and details like ?",
      [`%${from.id}%`],
    );
    assert.deepEqual(entries.map(({ about }) => about).sort(), [from.id, into.id].sort());
    assertProblem(await merge(from, await someone()), 409, 'people-merge/merged-already');
  });

  it('is refused whom nobody may merge: oneself, strangers, who is suspended, who is beyond one’s reach', async () => {
    const [one, other] = [await someone(), await someone()];
    const secretary = (await here.as('secretary', 'GET', '/api/me')).body;
    assertProblem(await merge(one, one), 400, 'people-merge/same-person');
    assertProblem(await merge({ ...one, id: secretary.id }, other), 409, 'people-merge/own');
    assertProblem(await merge(one, await someone([], false)), 404, 'people-merge/not-found');
    const secondSecretary = await someone([
      { role: 'community_secretary', areaId: here.town.near.id, ...inNear() },
    ]);
    assertProblem(await merge(one, secondSecretary), 403, 'people-merge/beyond-your-reach');
    await here.town.addPasswordLogin(other.id, 'twice-account', 'linli-demo-2025');
    assertProblem(await merge(one, other), 403, 'people-merge/beyond-your-reach');
    const asleep = await someone();
    await here.town.suspend(asleep.id);
    assertProblem(await merge(one, asleep), 409, 'people-merge/suspended');
    // Both are said before anybody presses the button.
    const wordsFor = async (into: Someone): Promise<string[]> =>
      (
        await here.as('secretary', 'GET', `/api/people/${one.id}/merge-preview?into=${into.id}`)
      ).body.conflicts.map(({ words }: { words: string }) => words);
    assert.match((await wordsFor(other)).join(), /管不到.*请找人事管理员合并。$/);
    assert.deepEqual(await wordsFor(asleep), [`测试${asleep.key}停用了，请先恢复，再合并。`]);
    // A home in another community is for that one, or for who merges everywhere.
    const known = await someone();
    const home = await claim(known, 1, 'tenant');
    const lives = (communityId: string) =>
      here.database.query('update household_member set community_id = ? where id = ?', [communityId, home]);
    await lives(here.town.far.id);
    assertProblem(await merge(known, one), 403, 'people-merge/beyond-your-reach');
    await lives(here.town.near.id);
    const far = await here.as('farCommunityWorker', 'POST', `/api/people/${one.id}/merge`, mergeBody(other));
    assert.equal(far.status, 403);
    assert.equal(await rowsOf('incident', 'reporter_id', one), 1);
  });

  it('is found among those here, however many are called so elsewhere', async () => {
    for (let many = 0; many < 51; many++) {
      const { id } = await here.town.addPerson(`elsewhere-${many}`);
      await here.database.query("update person set name = '王伟' where id = ?", [id]);
    }
    const found = await someone();
    await here.database.query("update person set name = '王伟' where id = ?", [found.id]);
    const { body } = await here.as('secretary', 'POST', '/api/people/find', { name: '王伟' });
    assert.deepEqual(
      body.items.map(({ id }: { id: string }) => id),
      [found.id],
    );
  });

  it('is refused in words while both have cases in hand, one home in two ways, two accounts or offices that stay apart', async () => {
    const admin = await someone([{ role: 'personnel_admin' }]);
    const asAdmin = (from: Someone, into: Someone) =>
      ask(here.base, 'POST', `/api/people/${from.id}/merge`, { token: admin.token, body: mergeBody(into) });
    const [one, other] = [await someone([gridWorker(0)]), await someone([gridWorker(0)])];
    for (const { token } of [one, other]) {
      const id = await here.report();
      const taken = await ask(here.base, 'POST', `/api/incidents/${id}/accept`, {
        token,
        body: { actionId: newId() },
      });
      assert.equal(taken.status, 200, JSON.stringify(taken.body));
    }
    const both = assertProblem(await asAdmin(one, other), 409, 'people-merge/conflicting');
    assert.match(both.title, /没办完的事.*交给别人/);
    assert.match(both.title, /都是网格员/);

    const [tenant, owner] = [await someone(), await someone()];
    await claim(tenant, 2, 'tenant');
    await claim(owner, 2, 'owner');
    const homes = assertProblem(await merge(tenant, owner), 409, 'people-merge/conflicting');
    assert.match(homes.title, /租户.*业主/);

    const [auditor, platform] = [
      await someone([{ role: 'auditor' }]),
      await someone([{ role: 'platform_admin' }]),
    ];
    const apart = assertProblem(await asAdmin(auditor, platform), 409, 'people-merge/conflicting');
    assert.match(apart.title, /不能由一个人担任/);

    const [leaving, staying] = [await someone(), await someone()];
    const asked = await ask(here.base, 'POST', '/api/me/privacy/erasure', {
      token: leaving.token,
      body: { id: newId() },
    });
    assert.ok(asked.status < 300, JSON.stringify(asked.body));
    for (const answer of [await merge(leaving, staying), await merge(staying, leaving)])
      assert.match(assertProblem(answer, 409, 'people-merge/conflicting').title, /注销/);

    const [child, grown] = [await someone(), await someone()];
    const awaiting = (id: string) =>
      here.database.query('update person set awaits_guardian = 1 where id = ?', [id]);
    await awaiting(child.id);
    for (const answer of [await merge(child, grown), await merge(grown, child)])
      assert.match(assertProblem(answer, 409, 'people-merge/conflicting').title, /未满 14 周岁/);
    await awaiting(grown.id);
    assert.equal((await merge(child, grown)).status, 200);

    // What the community typed in has said nothing of how old it is; a child who came by themselves stays a child.
    const entry = async (door: 0 | 1 | 2 | 3): Promise<Someone> => {
      const { body } = await here.as('communityWorker', 'POST', '/api/households/entries', {
        ...{ id: newId(), homeId: here.town.near.homeIds[door], relation: 'family', livesHere: true },
        name: '小登记',
      });
      const [row] = await here.database.query<{ id: string }>(
        'select person_id as id from household_member where id = ?',
        [body.id],
      );
      return { id: row?.id ?? '', key: '', token: '' };
    };
    const [pupil, typedIn] = [await someone(), await entry(0)];
    await awaiting(pupil.id);
    assert.equal((await merge(pupil, typedIn)).status, 200);
    const waits = async ({ id }: Someone) => {
      const [row] = await here.database.query<{ awaits: number }>(
        'select awaits_guardian as awaits from person where id = ?',
        [id],
      );
      return Number(row?.awaits);
    };
    assert.equal(await waits(typedIn), 1);
    const guarded = await someone();
    await here.database.query(
      `insert into privacy_guardian (id, person_id, sealed_name, relation, phone_index, sealed_phone, given_at, open_key)
       values (?, ?, '', 'mother', repeat('0', 64), '', now(3), ?)`,
      [newId(), guarded.id, guarded.id],
    );
    const alsoTypedIn = await entry(1);
    assert.equal((await merge(guarded, alsoTypedIn)).status, 200);
    assert.equal(await rowsOf('privacy_guardian', 'open_key', alsoTypedIn), 1);
    assert.equal(await waits(alsoTypedIn), 0);

    const [first, second] = [await someone(), await someone()];
    for (const [index, { id }] of [first, second].entries())
      await here.town.addPasswordLogin(id, `account-${index}`, 'linli-demo-2025');
    const accounts = assertProblem(await asAdmin(first, second), 409, 'people-merge/conflicting');
    assert.match(accounts.title, /都有工作台账号/);
  });

  it('happens once when two merge at once, in either direction, and leaves nothing half done when a keeper fails', async () => {
    const [one, other] = [await someone(), await someone()];
    const answers = await Promise.all([merge(one, other), merge(other, one), merge(one, other)]);
    assert.equal(
      answers.filter(({ status }) => status === 200).length,
      1,
      JSON.stringify(answers.map((a) => a.body)),
    );
    for (const answer of answers)
      if (answer.status !== 200) assertProblem(answer, 409, 'people-merge/merged-already');
    const gone = await here.database.query<{ id: string }>(
      'select id from person where merged_into_id is not null and id in (?)',
      [[one.id, other.id]],
    );
    assert.equal(gone.length, 1);

    const [from, into] = [await someone(), await someone()];
    await claim(from, 3, 'tenant');
    // The photo keeper comes after the home's and the household's: what those did is undone with it.
    await here.database.query('alter table photo rename to photo_away');
    try {
      assert.equal((await merge(from, into)).status, 500);
    } finally {
      await here.database.query('alter table photo_away rename to photo');
    }
    assert.equal(await rowsOf('incident', 'reporter_id', from), 1);
    assert.equal(await rowsOf('household_member', 'person_id', from), 1);
    assert.equal(await rowsOf('person_merge', 'from_person_id', from), 0);
    assert.equal((await ask(here.base, 'GET', '/api/me', { token: from.token })).status, 200);
    assert.equal((await merge(from, into)).status, 200);
  });

  it('keeps the earlier of two receipts, and is whom a case was handed to and taken from', async () => {
    const admin = await someone([{ role: 'personnel_admin' }]);
    const [from, into] = [await someone([gridWorker(0)]), await someone()];
    const [first, second] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-01-02T00:00:00Z')];
    const [both, one, cause] = [newId(), newId(), newId()];
    for (const [noticeId, { id }, at] of [
      [both, from, first],
      [both, into, second],
      [one, from, second],
    ] as const)
      await here.database.query('insert into notice_read (notice_id, person_id, at) values (?, ?, ?)', [
        ...[noticeId, id, at],
      ]);
    for (const [{ id }, at, readAt] of [
      [from, second, second],
      [into, first, null],
    ] as const)
      await here.database.query(
        `insert into inbox_message (id, person_id, kind, title, body, link_type, cause, at, read_at)
         values (?, ?, 'notice', '通知', '通知', 'notice', ?, ?, ?)`,
        [newId(), id, cause, at, readAt],
      );
    // They were handed a case, did nothing in it, and it was taken from them: no entry is theirs.
    const handed = await handedOnAndTaken(from);

    const merged = await ask(here.base, 'POST', `/api/people/${from.id}/merge`, {
      ...{ token: admin.token, body: mergeBody(into) },
    });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    const receipts = await here.database.query<{ noticeId: string; at: Date }>(
      'select notice_id as noticeId, at from notice_read where person_id = ? order by at',
      [into.id],
    );
    assert.deepEqual(
      receipts.map((each) => ({ ...each })),
      [
        { noticeId: both, at: first },
        { noticeId: one, at: second },
      ],
    );
    const told = await here.database.query<{ at: Date; readAt: Date }>(
      'select at, read_at as readAt from inbox_message where person_id = ? and cause = ?',
      [into.id, cause],
    );
    assert.deepEqual(
      told.map((each) => ({ ...each })),
      [{ at: first, readAt: second }],
    );
    const entries = await here.database.query<{ action: string; data: string }>(
      'select action, data from incident_action where incident_id = ? order by seq',
      [handed],
    );
    const [to, back] = entries.slice(-2).map(({ action, data }) => ({ action, ...JSON.parse(data) }));
    assert.deepEqual([to?.action, to?.toPersonId], ['hand_over', into.id]);
    assert.deepEqual([back?.action, back?.fromPersonId], ['requeue', into.id]);
  });
});

/** A case that was handed to them when somebody's appointment ended, and went back to the queue when theirs did. */
async function handedOnAndTaken(heir: Someone): Promise<string> {
  const first = await someone([gridWorker(0)]);
  const id = await here.report();
  const accepted = await ask(here.base, 'POST', `/api/incidents/${id}/accept`, {
    ...{ token: first.token, body: { actionId: newId() } },
  });
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  for (const [who, toPersonId] of [
    [first, heir.id],
    [heir, undefined],
  ] as const) {
    const [held] = await here.database.query<{ id: string }>(
      'select id from appointment where person_id = ?',
      [who.id],
    );
    const ended = await here.as('secretary', 'POST', `/api/appointments/${held?.id}/end`, {
      ...{ actionId: newId(), toPersonId },
    });
    assert.ok(ended.status < 300, JSON.stringify(ended.body));
  }
  return id;
}

describe('a process that dies in the middle', () => {
  it('of a merge and of a leaving has done neither, and another does both, with what comes late', async () => {
    const [from, into, leaving] = [await someone(), await someone(), await someone()];
    await claim(from, 3, 'tenant');
    const asked = await ask(here.base, 'POST', '/api/me/privacy/erasure', {
      ...{ token: leaving.token, body: { id: newId() } },
    });
    assert.ok(asked.status < 300, JSON.stringify(asked.body));
    // Nearly the last things either comes to are the recordings, which somebody else holds.
    const voices = [from, leaving].map(({ id }) => [newId(), id, '0'.repeat(64), 'mp3', 1500, new Date()]);
    await here.database.query(
      `insert into voice_note (id, owner_person_id, request_hash, format, duration_ms, created_at)
       values ${voices.map(() => '(?, ?, ?, ?, ?, ?)').join()}`,
      voices.flat(),
    );
    const held = await here.database.another();
    await held.query('start transaction');
    await held.query('select id from voice_note for update');
    const doomed = await startServer(here.database.url, { LINLI_SWEEP_MS: '100' });
    const body = mergeBody(into);
    const secretary = (await ask(here.base, 'POST', '/api/auth/demo', { body: { key: 'secretary' } })).body;
    const lost = ask(doomed.url, 'POST', `/api/people/${from.id}/merge`, {
      ...{ token: secretary.accessToken, body },
    }).catch(() => null);
    await here.database.query(
      'update privacy_erasure set due_at = now(3), next_try_at = now(3) where open_key = ?',
      [leaving.id],
    );
    const transactions = async (state: string) =>
      (
        await here.database.query(
          `select 1 from information_schema.innodb_trx t
             join information_schema.processlist p on p.id = t.trx_mysql_thread_id
            where p.db = database() and t.trx_state like ?`,
          [state],
        )
      ).length;
    // InnoDB renews this table only when nobody has read it for a tenth of a second.
    const seldom = { everyMs: 150 };
    await eventually('both to be in the middle', async () => (await transactions('LOCK WAIT')) === 2, seldom);
    await doomed.kill();
    assert.equal(await lost, null);
    await held.query('rollback');
    await held.drop();
    await eventually('what they began to be undone', async () => (await transactions('%')) === 0, seldom);

    for (const [table, column, who, rows] of [
      ['person_merge', 'from_person_id', from, 0],
      ['incident', 'reporter_id', from, 1],
      ['household_member', 'person_id', from, 1],
      ['incident', 'reporter_id', into, 1],
      ['session', 'person_id', leaving, 1],
    ] as const)
      assert.equal(await rowsOf(table, column, who), rows, `${table}.${column}`);
    const named = async ({ id }: Someone) =>
      (await here.database.query<{ name: string }>('select name from person where id = ?', [id]))[0]?.name;
    assert.equal(await named(leaving), `测试${leaving.key}`);
    assert.equal((await ask(here.base, 'GET', '/api/me', { token: leaving.token })).status, 200);

    const other = await startServer(here.database.url, { LINLI_SWEEP_MS: '100' });
    try {
      await eventually('they leave', async () => (await named(leaving)) === '已注销用户');
      assert.equal((await merge(from, into, body)).status, 200);
      assert.equal(await rowsOf('incident', 'reporter_id', into), 2);
      // A request that was let in a moment before still writes as who they were.
      await here.database.query(
        'insert into incident_follower (incident_id, person_id, followed_at) values (?, ?, now(3))',
        [newId(), from.id],
      );
      await here.database.query('update person_merge set next_move_at = now(3) where id = ?', [
        body.actionId,
      ]);
      await eventually('it follows', async () => (await rowsOf('incident_follower', 'person_id', into)) > 0);
      assert.equal(await rowsOf('incident_follower', 'person_id', from), 0);
      const [next] = await here.database.query<{ later: number }>(
        'select next_move_at > now(3) + interval 50 second as later from person_merge where id = ?',
        [body.actionId],
      );
      assert.equal(Number(next?.later), 1);
    } finally {
      await other.stop();
    }
  });
});
