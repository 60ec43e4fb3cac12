import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Seats } from './live.seats.js';

const seat = (personId: string) => ({ personId });

describe('seats', () => {
  it('a fourth stream of one person takes the place of their first', () => {
    const seats = new Seats({ perPerson: 3, inAll: 10 });
    const [first, ...others] = ['p', 'p', 'p'].map(seat);
    for (const one of [first, ...others]) assert.deepEqual(seats.take(one as { personId: string }), []);
    assert.deepEqual(seats.take(seat('p')), [first]);
    assert.deepEqual(seats.take(seat('q')), []);
    assert.equal(seats.count, 4);
  });

  it('are never more than there are, for a person or in all', () => {
    const comings = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 60 });
    fc.assert(
      fc.property(comings, (people) => {
        const seats = new Seats<{ personId: string }>({ perPerson: 3, inAll: 8 });
        for (const personId of people) if (seats.hasRoomFor(personId)) seats.take(seat(personId));
        const all = [...seats.all].map(({ personId }) => personId);
        assert.ok(all.length <= 8);
        for (const personId of all) assert.ok(all.filter((one) => one === personId).length <= 3);
      }),
      { seed: 20261122 },
    );
  });
});
