import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TimelineEntry } from '../../api/contract';
import { reopenedBy } from './reopened';

const entry = (action: TimelineEntry['action'], outcome: TimelineEntry['outcome'] = null) =>
  ({ action, outcome }) as TimelineEntry;

describe('why an incident is done again', () => {
  const timeline = [entry('resolve'), entry('dispute'), entry('resolve'), entry('check_back', 'unsatisfied')];

  it('is the last who said that it is not done', () => {
    assert.equal(reopenedBy({ round: 3, state: 'handling', timeline })?.action, 'check_back');
    assert.equal(reopenedBy({ round: 2, state: 'held', timeline: timeline.slice(0, 2) })?.action, 'dispute');
  });

  it('is nothing in the first round, and nothing once it is said to be done', () => {
    assert.equal(reopenedBy({ round: 1, state: 'handling', timeline: [] }), null);
    assert.equal(reopenedBy({ round: 2, state: 'resolved', timeline }), null);
  });

  it('is not a satisfied answer', () => {
    const asked = [entry('dispute'), entry('check_back', 'satisfied')];
    assert.equal(reopenedBy({ round: 2, state: 'handling', timeline: asked })?.action, 'dispute');
  });
});
