import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askedFor, readFilters } from './audit-filters';

describe('what is looked for in the audit', () => {
  it('is read from the address, and what makes no sense is left out', () => {
    const filters = readFilters(
      new URLSearchParams('who=+张三+&action=session.sign_in&from=2026-11-01&to=soon'),
    );
    assert.deepEqual(askedFor(filters), {
      who: '张三',
      action: 'session.sign_in',
      from: '2026-10-31T16:00:00.000Z',
    });
    assert.deepEqual(askedFor(readFilters(new URLSearchParams('action=none&about='))), {});
  });

  it('counts the last day as a whole', () => {
    assert.deepEqual(askedFor({ from: '2026-11-22', to: '2026-11-22' }), {
      from: '2026-11-21T16:00:00.000Z',
      to: '2026-11-22T16:00:00.000Z',
    });
  });
});
