import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eveningAfter, fromDateTimeInput, toDateTimeInput } from './shanghai-input';

/** 2026-11-22 15:42 in Shanghai. */
const NOW = Date.parse('2026-11-22T07:42:00.000Z');

describe('dates in a field', () => {
  it('are Shanghai time, there and back', () => {
    assert.equal(toDateTimeInput(NOW), '2026-11-22T15:42');
    assert.equal(fromDateTimeInput('2026-11-22T15:42'), '2026-11-22T07:42:00.000Z');
  });

  it('are none while they are not whole', () => {
    for (const text of ['', '2026-11-22', '2026-13-45T99:99', '明天'])
      assert.equal(fromDateTimeInput(text), null, text);
  });

  it('offers evenings by the day in Shanghai', () => {
    assert.equal(toDateTimeInput(eveningAfter(0, NOW)), '2026-11-22T18:00');
    assert.equal(toDateTimeInput(eveningAfter(1, NOW)), '2026-11-23T18:00');
    // 00:30 in Shanghai is still the day before in UTC.
    assert.equal(toDateTimeInput(eveningAfter(0, Date.parse('2026-11-21T16:30:00Z'))), '2026-11-22T18:00');
  });
});
