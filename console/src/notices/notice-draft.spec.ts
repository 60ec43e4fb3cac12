import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyNotice, isNoticeDraft, missingIn, type NoticeDraft, noticeOf } from './notice-draft.js';

const NOW = Date.parse('2026-11-22T04:00:00Z');
const written = (some: Partial<NoticeDraft> = {}): NoticeDraft => ({
  ...emptyNotice('id'),
  ...{ communityId: 'c', kind: 'water', title: ' 停水 ', body: '明天停水', ...some },
});
const missing = (some: Partial<NoticeDraft>) => Object.keys(missingIn(written(some), NOW));

describe('a notice that is being written', () => {
  it('lacks nothing but its kind, title, body and place', () => {
    assert.deepEqual(missing({}), []);
    assert.deepEqual(Object.keys(missingIn(emptyNotice('id'), NOW)), ['kind', 'title', 'body', 'where']);
    assert.deepEqual(missing({ reach: 'grid', buildingIds: ['b'] }), ['where']);
    assert.deepEqual(missing({ reach: 'building', buildingIds: ['b'] }), []);
  });

  it('does not end before it begins, nor in the past', () => {
    assert.deepEqual(missing({ startsAt: '2026-11-23T08:00', endsAt: '2026-11-23T08:00' }), ['endsAt']);
    assert.deepEqual(missing({ endsAt: '2026-11-22T11:59' }), ['endsAt']);
    assert.deepEqual(missing({ startsAt: '2026-11-23T08:00', endsAt: '2026-11-23T17:00' }), []);
  });

  it('is sent with the places it was last for, in Shanghai’s time', () => {
    const sent = noticeOf(
      written({ reach: 'grid', gridIds: ['g'], buildingIds: ['b'], startsAt: '2026-11-23T08:00' }),
    );
    assert.deepEqual(sent.areaIds, ['g']);
    assert.equal(sent.title, '停水');
    assert.equal(sent.startsAt, '2026-11-23T00:00:00.000Z');
    assert.ok(!('endsAt' in sent));
    assert.deepEqual(noticeOf(written({ gridIds: ['g'] })).areaIds, []);
  });

  it('of another shape is not read', () => {
    assert.ok(isNoticeDraft(written()));
    for (const other of [null, {}, { id: 'x' }]) assert.ok(!isNoticeDraft(other));
  });
});
