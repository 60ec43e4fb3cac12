import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticePhase, noticeSpanDates, noticeSpanWords } from './notice.words.js';

/** Sunday, 22 November 2026, noon in Shanghai. */
const NOW = Date.parse('2026-11-22T04:00:00Z');
const at = (local: string) => new Date(`${local}+08:00`).toISOString();

describe('when a notice is about', () => {
  it('is said as people say it, with the weekday', () => {
    const words = (from: string | null, to: string | null) =>
      noticeSpanWords({ startsAt: from && at(from), endsAt: to && at(to) }, NOW);
    assert.equal(words('2026-11-23T08:00', '2026-11-23T17:30'), '明天（周一）8:00 到 17:30');
    assert.equal(words('2026-11-22T23:00', '2026-11-23T06:00'), '今天（周日）23:00 到 明天（周一）6:00');
    assert.equal(words('2026-12-05T09:00', null), '12 月 5 日（周六）9:00 起');
    assert.equal(words(null, '2027-01-01T00:00'), '到 2027 年 1 月 1 日（周五）0:00');
    assert.equal(words(null, null), null);
  });

  it('is kept by its date, which stays right', () => {
    const words = (from: string | null, to: string | null) =>
      noticeSpanDates({ startsAt: from && at(from), endsAt: to && at(to) }, NOW);
    assert.equal(words('2026-11-22T23:00', '2026-11-22T23:30'), '11 月 22 日（周日）23:00 到 23:30');
    assert.equal(
      words('2026-11-23T08:00', '2026-11-24T06:00'),
      '11 月 23 日（周一）8:00 到 11 月 24 日（周二）6:00',
    );
    assert.equal(words(null, '2027-01-01T00:00'), '到 2027 年 1 月 1 日（周五）0:00');
    assert.equal(words(null, null), null);
  });

  it('comes, goes on and is over', () => {
    const phase = (from: string | null, over: string) =>
      noticePhase({ startsAt: from && at(from), overAt: at(over) }, NOW);
    assert.equal(phase('2026-11-23T08:00', '2026-11-23T17:00'), 'coming');
    assert.equal(phase('2026-11-22T12:00', '2026-11-22T17:00'), 'now');
    assert.equal(phase(null, '2026-11-30T00:00'), 'now');
    assert.equal(phase('2026-11-21T08:00', '2026-11-22T12:00'), 'over');
  });
});
