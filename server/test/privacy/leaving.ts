import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertProblem, eventually } from '../support/api.js';
import { newId } from '../support/new-id.js';
import { ageErasure, agree, arrive, get, here, mine, post, report, toldOf } from './here.js';

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
