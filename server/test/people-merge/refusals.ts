import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, assertProblem } from '../support/api.js';
import { newId } from '../support/new-id.js';
import { claim, gridWorker, here, inNear, merge, mergeBody, rowsOf, type Someone, someone } from './here.js';

describe('somebody who is here twice', () => {
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
});
