import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, assertProblem, eventually } from '../support/api.js';
import { claim, here, merge, mergeBody, rowsOf, someone } from './here.js';

describe('somebody who is here twice', () => {
  it('becomes one, with both histories, both ways in and one place in each home', async () => {
    const [from, into] = [await someone(), await someone()];
    await here.town.addPhoneLogin(from.id, '13800137701');
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
    assert.equal(seen.body.items[0].maskedPhone, '138****7701');
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
});
