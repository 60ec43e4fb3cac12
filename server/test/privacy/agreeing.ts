import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NOTICE_VERSIONS, PRIVACY_NOTICE } from '@linli/shared';
import { assertProblem } from '../support/api.js';
import { newId } from '../support/new-id.js';
import { agree, arrive, get, here, post, report } from './here.js';

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
