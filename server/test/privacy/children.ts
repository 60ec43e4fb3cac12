import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertProblem, eventually } from '../support/api.js';
import { picture } from '../support/neighbourhood.js';
import { newId } from '../support/new-id.js';
import { agree, arrive, codeFor, get, here, newPhone, post, report } from './here.js';

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
