import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { WaitingDelivery } from '../delivery/delivery.ledger.js';
import { foldInto } from './fold.js';

const seed = 20261122;
const waiting = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => ({ id: String(index), body: `第 ${index + 1} 件` }) as WaitingDelivery,
  );

describe('what a robot posts in a minute', () => {
  it('is each by itself while there are calls for all', () => {
    assert.deepEqual(
      foldInto(waiting(2), 20).map(({ text }) => text),
      ['第 1 件', '第 2 件'],
    );
  });

  it('folds what would have to wait into the last call', () => {
    const texts = foldInto(waiting(6), 3).map(({ text }) => text);
    assert.deepEqual(texts, ['第 1 件', '第 2 件', '第 3 件\n另有 3 件，请到后台看。']);
  });

  it('is nothing when no call is left', () => {
    assert.deepEqual(foldInto(waiting(4), 0), []);
  });

  it('never makes more calls than are left, and carries everything once, in order, when there is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -5, max: 25 }), (count, left) => {
        const sendings = foldInto(waiting(count), left);
        assert.ok(sendings.length <= Math.max(left, 0));
        const carried = sendings.flatMap(({ carries }) => carries.map(({ id }) => Number(id)));
        assert.deepEqual(carried, left > 0 ? waiting(count).map((_, index) => index) : []);
      }),
      { seed },
    );
  });
});
