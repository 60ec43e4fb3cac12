import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { momentWords, soundLengthWords } from './time.words.js';

/** 2026-11-22 15:42 in Shanghai. */
const NOW = Date.parse('2026-11-22T07:42:00.000Z');

describe('soundLengthWords', () => {
  for (const [ms, words] of [
    [400, '1 秒'],
    [12_400, '12 秒'],
    [60_900, '61 秒'],
  ] as const)
    it(`says ${words}`, () => assert.equal(soundLengthWords(ms), words));
});

describe('momentWords', () => {
  const said: [string, string][] = [
    ['2026-11-22T07:21:00.000Z', '15:21'],
    ['2026-11-21T16:00:00.000Z', '0:00'],
    ['2026-11-21T15:59:59.999Z', '昨天 23:59'],
    ['2026-11-21T10:30:00.000Z', '昨天 18:30'],
    ['2026-11-22T16:00:00.000Z', '明天 0:00'],
    ['2026-11-20T01:05:00.000Z', '11 月 20 日 9:05'],
    ['2026-12-31T15:59:00.000Z', '12 月 31 日 23:59'],
    ['2026-12-31T16:00:00.000Z', '2027 年 1 月 1 日 0:00'],
    ['2025-11-22T07:42:00.000Z', '2025 年 11 月 22 日 15:42'],
  ];
  for (const [iso, words] of said) it(`says ${words}`, () => assert.equal(momentWords(iso, NOW), words));

  it('says yesterday across the turn of the year', () => {
    assert.equal(
      momentWords('2026-12-31T10:00:00.000Z', Date.parse('2027-01-01T04:00:00.000Z')),
      '昨天 18:00',
    );
  });
});
