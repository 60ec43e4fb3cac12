import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMoment } from './validators.js';

describe('a moment', () => {
  it('has a date, a time and a zone, and lies where clocks and databases reach', () => {
    for (const moment of ['2026-03-05T18:00:00.000Z', '2026-03-05T18:00:00Z', '2026-03-05T18:00+08:00'])
      assert.ok(isMoment(moment), moment);
    for (const other of [
      '2026-W10-1',
      '2026-100',
      '2026-03-05',
      '2026-03-05T18',
      '2026-03-05T18:00',
      '2026-02-30T00:00:00Z',
      '2026-03-05T18:00+25:00',
      '1999-12-31T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '12026-03-05T00:00Z',
      '',
      0,
      null,
    ])
      assert.equal(isMoment(other), false, String(other));
  });
});
