import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ClockReading, clockWords, durationWords } from './clock.words.js';

const MINUTE = 60_000;
const START = Date.parse('2026-11-20T07:21:00.000Z');
const iso = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();
const clock = (limitMinutes: number, stoppedAfter: number | null = null): ClockReading => ({
  kind: 'solve',
  startedAt: iso(0),
  dueAt: iso(limitMinutes),
  stoppedAt: stoppedAfter === null ? null : iso(stoppedAfter),
  limitMinutes,
});
const after = (minutes: number) => START + minutes * MINUTE;

describe('durationWords', () => {
  const said: [number, string][] = [
    [0, '不到 1 分钟'],
    [1, '1 分钟'],
    [59, '59 分钟'],
    [60, '1 小时'],
    [168, '2 小时 48 分'],
    [1_439, '23 小时 59 分'],
    [1_440, '1 天'],
    [1_500, '1 天 1 小时'],
    [4_500, '3 天'],
  ];
  for (const [minutes, words] of said) it(`says ${words}`, () => assert.equal(durationWords(minutes), words));
});

describe('clockWords', () => {
  it('counts down, rounded up', () => {
    const words = clockWords(clock(30), after(0) + 1);
    assert.equal(words.text, '还剩 30 分钟');
    assert.equal(words.tone, 'waiting');
    assert.equal(words.usedMinutes, 0);
  });

  it('is soon in the last third', () => {
    assert.equal(clockWords(clock(30), after(19)).tone, 'waiting');
    assert.equal(clockWords(clock(30), after(20)).tone, 'soon');
  });

  it('is not soon more than an hour before', () => {
    assert.equal(clockWords(clock(240), after(175)).tone, 'waiting');
    assert.equal(clockWords(clock(240), after(180)).tone, 'soon');
  });

  it('is in time until the very end', () => {
    assert.equal(clockWords(clock(30), after(30)).tone, 'soon');
    assert.deepEqual(clockWords(clock(30), after(35)), {
      tone: 'overdue',
      text: '超时 5 分钟',
      usedMinutes: 35,
      usedShare: 1,
    });
  });

  it('tells how long it took, or how late it was', () => {
    assert.deepEqual(clockWords(clock(5, 3), after(900)), {
      tone: 'met',
      text: '3 分钟',
      usedMinutes: 3,
      usedShare: 0.6,
    });
    assert.equal(clockWords(clock(5, 5), after(900)).tone, 'met');
    assert.equal(clockWords(clock(5, 65), after(900)).text, '超时 1 小时');
    assert.equal(clockWords(clock(5, 65), after(900)).tone, 'late');
  });

  it('keeps quiet when the phone runs behind the server', () => {
    const words = clockWords(clock(5), after(-3));
    assert.equal(words.usedMinutes, 0);
    assert.equal(words.usedShare, 0);
    assert.equal(words.tone, 'waiting');
  });

  it('says that a hold stopped it, whatever the time', () => {
    const held = { ...clock(30), pausedAt: iso(10), breached: false };
    assert.deepEqual(clockWords(held, after(900)), {
      tone: 'paused',
      text: '已停表',
      usedMinutes: 10,
      usedShare: 1 / 3,
    });
    assert.equal(clockWords({ ...clock(30), pausedAt: iso(40), breached: true }, after(900)).tone, 'overdue');
  });

  it('believes the server about what was late', () => {
    assert.equal(clockWords({ ...clock(5, 8), breached: false }, after(900)).tone, 'met');
    const kept = clockWords({ ...clock(5, 3), breached: true }, after(900));
    assert.deepEqual([kept.tone, kept.text], ['late', '超时 不到 1 分钟']);
  });

  it('calls nothing late that may yet be held, nor the time to confirm', () => {
    const waiting = { ...clock(30), undecided: true, breached: false };
    assert.deepEqual(
      [clockWords(waiting, after(31)).tone, clockWords(waiting, after(31)).text],
      ['soon', '等审批'],
    );
    const confirm: ClockReading = { ...clock(30), kind: 'confirm', breached: false };
    assert.equal(clockWords(confirm, after(31)).text, '时间到了');
    assert.equal(clockWords({ ...clock(30), breached: false }, after(31)).tone, 'overdue');
  });

  it('never goes back while time goes on', () => {
    const order = ['waiting', 'soon', 'overdue'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(10_000), fc.nat(10_000), (limit, a, b) => {
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)].map((minutes) =>
          clockWords(clock(limit), after(minutes)),
        );
        assert.ok(earlier && later);
        assert.ok(order.indexOf(earlier.tone) <= order.indexOf(later.tone));
        assert.ok(earlier.usedMinutes <= later.usedMinutes && earlier.usedShare <= later.usedShare);
      }),
      { seed: 5341 },
    );
  });
});
