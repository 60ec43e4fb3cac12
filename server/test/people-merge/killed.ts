import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, eventually } from '../support/api.js';
import { newId } from '../support/new-id.js';
import { startServer } from '../support/server-process.js';
import { claim, here, merge, mergeBody, rowsOf, type Someone, someone } from './here.js';

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
