import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LIMITS } from '@linli/shared';
import fc from 'fast-check';
import { nearestFirst, toldMetres } from './incident.nearest.js';

/** On a line through where one stands: a place is its metres from there. */
const thing = (id: string, metres: number, reportedAt = '2026-11-20T08:00:00.000Z') => ({
  id,
  location: metres,
  reportedAt,
});
const near = <T extends { location: number | null; reportedAt: string }>(things: T[]) =>
  nearestFirst(things, Math.abs);
const idsOf = (things: { id: string }[]) => things.map(({ id }) => id);

describe('what is near', () => {
  it('lies within the radius, the radius itself being in', () => {
    const things = [
      thing('beyond', LIMITS.nearMetres + 0.001),
      thing('just', LIMITS.nearMetres),
      thing('behind', -LIMITS.nearMetres - 0.001),
    ];
    assert.deepEqual(idsOf(near(things)), ['just']);
  });

  it('comes the nearest first, of equally near ones the newest, and no more than can be compared', () => {
    const things = [
      thing('far', 40),
      thing('older', 12, '2026-11-19T08:00:00.000Z'),
      thing('newer', -12, '2026-11-21T08:00:00.000Z'),
      thing('next', 5),
    ];
    assert.deepEqual(idsOf(near(things)), ['next', 'newer', 'older']);
  });

  it('needs a place that the reader may know', () => {
    assert.deepEqual(near([{ location: null, reportedAt: '2026-11-20T08:00:00.000Z' }]), []);
  });

  it('is told in whole tens that are never less than the distance', () => {
    assert.deepEqual([0, 1, 10, 10.1, 18, 50].map(toldMetres), [10, 10, 10, 20, 20, 50]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: LIMITS.nearMetres, noNaN: true }), (metres) => {
        const told = toldMetres(metres);
        return told % 10 === 0 && told >= metres && (told === 10 || told - 10 < metres);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('is sorted, bounded and within the radius whatever lies around', () => {
    const around = fc.record({
      metres: fc.integer({ min: -90, max: 90 }),
      minute: fc.integer({ min: 10, max: 59 }),
    });
    fc.assert(
      fc.property(fc.array(around, { maxLength: 30 }), (spots) => {
        const things = spots.map(({ metres, minute }) =>
          thing('', metres, `2026-11-20T08:${minute}:00.000Z`),
        );
        const found = near(things).map(({ location }) => Math.abs(location));
        const within = spots.map(({ metres }) => Math.abs(metres)).filter((one) => one <= LIMITS.nearMetres);
        assert.deepEqual(found, within.sort((a, b) => a - b).slice(0, LIMITS.nearShown));
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
