import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { backOffMs, MAX_ATTEMPTS } from './back-off.js';

const SEED = 20261122;
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempts = fc.integer({ min: 1, max: 100_000 });

describe('the wait after a failure', () => {
  it('lies between half and all of a second doubled each time, and never above a minute', () => {
    fc.assert(
      fc.property(attempts, random, (attempt, chance) => {
        const full = Math.min(60_000, 1_000 * 2 ** (attempt - 1));
        const wait = backOffMs(attempt, chance);
        return Number.isInteger(wait) && wait >= full / 2 && wait <= full;
      }),
      { seed: SEED },
    );
  });

  it('is never shorter after one failure more, the chance being equal', () => {
    fc.assert(
      fc.property(attempts, random, (attempt, chance) => {
        return backOffMs(attempt + 1, chance) >= backOffMs(attempt, chance);
      }),
      { seed: SEED },
    );
  });

  it('spreads those that failed together', () => {
    const waits = new Set(Array.from({ length: 100 }, (_, index) => backOffMs(4, index / 100)));
    assert.ok(waits.size > 90);
  });

  it('adds up to little more than two minutes until an event is given up', () => {
    let longest = 0;
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) longest += backOffMs(attempt, 0.999);
    assert.ok(longest < 130_000, String(longest));
  });
});
