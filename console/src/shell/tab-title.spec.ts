import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tabTitle } from './tab-title.js';

describe("the tab's title", () => {
  it('says how much is open and how much of it is overdue', () => {
    assert.equal(tabTitle({ open: 12, overdue: 2 }), '（12，超时 2）邻里共治');
    assert.equal(tabTitle({ open: 3, overdue: 0 }), '（3）邻里共治');
  });

  it('says only the name while nothing waits, or nothing is known yet', () => {
    assert.equal(tabTitle({ open: 0, overdue: 0 }), '邻里共治 · 工作台');
    assert.equal(tabTitle(undefined), '邻里共治 · 工作台');
  });
});
