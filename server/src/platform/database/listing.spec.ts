import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { containing, rowsOf, totalOf } from './listing.js';

describe('a list of the console', () => {
  it('begins with its first rows, and goes by pages from 1', () => {
    assert.deepEqual(rowsOf({}), { limit: 20, offset: 0 });
    assert.deepEqual(rowsOf({ page: 3, pageSize: 50 }), { limit: 50, offset: 100 });
  });

  it('is searched for the very characters that were typed', () => {
    assert.equal(containing('3_1 50%\\'), '%3\\_1 50\\%\\\\%');
  });

  it('has as many rows as its tab says', () => {
    const counts = { waiting: 2, done: 5 };
    assert.equal(totalOf(counts, 'done'), 5);
    assert.equal(totalOf(counts, undefined), 7);
  });
});
