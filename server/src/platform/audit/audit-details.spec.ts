import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { detailsText } from './audit-details.js';

describe('the details of an audit entry', () => {
  it('have one text, in whatever order they are given', () => {
    const values = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.uuid({ version: 7 }));
    const keys = fc.stringMatching(/^[a-zA-Z]{1,8}$/);
    fc.assert(
      fc.property(fc.dictionary(keys, values), (details) => {
        const backwards = Object.fromEntries(Object.entries(details).reverse());
        assert.equal(detailsText(backwards), detailsText(details));
        assert.deepEqual(JSON.parse(detailsText(details)), { ...details });
      }),
      { seed: 22, numRuns: 200 },
    );
  });

  it('take ids, codes and times', () => {
    assert.equal(
      detailsText({ to: '2026-11-22T20:00:00.000Z', role: 'grid_worker', from: null, count: 3 }),
      '{"count":3,"from":null,"role":"grid_worker","to":"2026-11-22T20:00:00.000Z"}',
    );
  });

  for (const value of [
    '13800000001',
    '+8613800000001',
    '05351234567',
    '张三',
    '楼道的灯',
    'a b',
    'x'.repeat(65),
  ])
    it(`never take 「${value.slice(0, 16)}」`, () => {
      assert.throws(() => detailsText({ value }), /no code/);
    });
});
