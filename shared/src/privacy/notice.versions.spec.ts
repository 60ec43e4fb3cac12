import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { PRIVACY_NOTICE } from './notice.v2.js';
import { agreementHolds, NOTICE_VERSIONS, noticeVersionWords } from './notice.versions.js';

it('an agreement holds until a version comes that asks again, and nobody who said nothing has agreed', () => {
  assert.equal(NOTICE_VERSIONS.at(-1)?.version, PRIVACY_NOTICE.version);
  assert.equal(new Set(NOTICE_VERSIONS.map(({ version }) => version)).size, NOTICE_VERSIONS.length);
  assert.deepEqual(
    [null, '2026-11', PRIVACY_NOTICE.version, 'of-a-newer-release'].map((version) => agreementHolds(version)),
    [false, false, true, true],
  );
  assert.deepEqual(['2026-11', PRIVACY_NOTICE.version, 'of-a-newer-release'].map(noticeVersionWords), [
    '第 1 版',
    '第 2 版',
    '更新的一版',
  ]);
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), (asking) => {
      const versions = asking.map((asksAgain, at) => ({ version: `v${at}`, asksAgain }));
      const newestAsking = asking.lastIndexOf(true);
      for (const [at, { version }] of versions.entries())
        assert.equal(agreementHolds(version, versions), at >= newestAsking);
      assert.equal(agreementHolds(null, versions), false);
    }),
    { seed: 4, numRuns: 200 },
  );
});
