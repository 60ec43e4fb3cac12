import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { waitBeforeTry } from './back-off.js';

describe('waiting to listen again', () => {
  it('grows with every failure and never past half a minute', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((failures) => waitBeforeTry(failures, 1)),
      [1_000, 2_000, 4_000, 8_000],
    );
    assert.equal(waitBeforeTry(50, 1), 30_000);
  });

  it('is never nothing, whatever the dice say', () => {
    for (let failures = 0; failures < 20; failures += 1) assert.ok(waitBeforeTry(failures, 0) >= 500);
  });
});
