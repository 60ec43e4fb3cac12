import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countWords } from './count-words.js';

describe('the count on a tab', () => {
  it('is said as it is, until the server counts no further', () => {
    assert.deepEqual([0, 999, 1_000].map(countWords), ['0', '999', '999+']);
  });
});
