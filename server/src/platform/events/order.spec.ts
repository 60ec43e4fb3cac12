import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chooseOldest, subjectKey, type Waiting } from './order.js';

const SEED = 20261122;
const waiting = fc.uniqueArray(
  fc.record({
    subjectType: fc.constantFrom('incident', 'task'),
    subjectId: fc.constantFrom('a', 'b', 'c', 'd'),
    subjectSeq: fc.integer({ min: 1, max: 9 }),
    second: fc.integer({ min: 0, max: 30 }),
  }),
  { selector: (one) => `${one.subjectType}/${one.subjectId}/${one.subjectSeq}`, maxLength: 40 },
);
const events = waiting.map((all) =>
  all.map(
    ({ second, ...one }, index): Waiting => ({
      id: String(index),
      ...one,
      availableAt: new Date(second * 1_000),
    }),
  ),
);
const underWay = fc
  .subarray(['incident/a', 'incident/b', 'task/a', 'task/d'])
  .map((keys): ReadonlySet<string> => new Set(keys));
const slots = fc.integer({ min: -1, max: 6 });

const holds = (what: string, check: (all: Waiting[], busy: ReadonlySet<string>, room: number) => void) =>
  it(what, () => fc.assert(fc.property(events, underWay, slots, check), { seed: SEED, numRuns: 300 }));

describe('which events to take', () => {
  holds(
    'never two of one subject, nor one of a subject under way, nor more than there is room for',
    (all, busy, room) => {
      const chosen = chooseOldest(all, busy, room).map(subjectKey);
      assert.equal(new Set(chosen).size, chosen.length);
      assert.ok(chosen.every((key) => !busy.has(key)));
      assert.ok(chosen.length <= Math.max(0, room));
    },
  );

  holds('of each subject only its earliest', (all, busy, room) => {
    for (const one of chooseOldest(all, busy, room)) {
      const same = all.filter((other) => subjectKey(other) === subjectKey(one));
      assert.equal(one.subjectSeq, Math.min(...same.map(({ subjectSeq }) => subjectSeq)));
    }
  });

  holds('the oldest first, and as many as may be', (all, busy, room) => {
    const chosen = chooseOldest(all, busy, room);
    const everything = chooseOldest(all, busy, all.length);
    assert.deepEqual(chosen, everything.slice(0, Math.max(0, room)));
    const times = everything.map(({ availableAt }) => availableAt.getTime());
    assert.deepEqual(
      times,
      [...times].sort((one, other) => one - other),
    );
    const free = new Set(all.map(subjectKey).filter((key) => !busy.has(key)));
    assert.deepEqual(new Set(everything.map(subjectKey)), free);
  });

  holds('the same, in whatever order they were read', (all, busy) => {
    const ids = (list: Waiting[]) => new Set(chooseOldest(list, busy, all.length).map(({ id }) => id));
    assert.deepEqual(ids([...all].reverse()), ids(all));
  });
});
