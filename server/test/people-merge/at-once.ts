import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, assertProblem } from '../support/api.js';
import { newId } from '../support/new-id.js';
import { claim, gridWorker, here, merge, mergeBody, rowsOf, type Someone, someone } from './here.js';

describe('somebody who is here twice', () => {
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
