import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFilters, toQuery, writeFilters } from './queue-filters';

describe('queue filters in the address', () => {
  it('reads back what it wrote', () => {
    const filters = {
      tab: 'all',
      grid: 'none',
      category: 'lighting',
      state: 'handling',
      days: 7,
      source: 'hotline',
      q: '楼道',
      page: 3,
    } as const;
    assert.deepEqual(readFilters(writeFilters(filters)), filters);
  });

  it('writes nothing for the usual list', () => {
    assert.equal(writeFilters({ tab: 'open', page: 1 }).toString(), '');
  });

  it('leaves out what the address says wrongly', () => {
    const filters = readFilters(
      new URLSearchParams('tab=mine&state=lost&days=5&source=gossip&page=-2&q=%20'),
    );
    assert.deepEqual(filters, {
      tab: 'open',
      grid: undefined,
      category: undefined,
      state: undefined,
      days: undefined,
      source: undefined,
      q: undefined,
      page: 1,
    });
  });

  it('counts days from midnight in Shanghai, today included', () => {
    // 00:30 in Shanghai on 22 November is still the 21st in UTC.
    const now = Date.parse('2026-11-21T16:30:00Z');
    assert.equal(toQuery({ tab: 'all', days: 1, page: 1 }, now).from, '2026-11-21T16:00:00.000Z');
    assert.equal(toQuery({ tab: 'all', days: 7, page: 1 }, now).from, '2026-11-15T16:00:00.000Z');
    assert.equal(toQuery({ tab: 'all', page: 1 }, now).from, undefined);
  });
});
