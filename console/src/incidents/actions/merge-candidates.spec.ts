import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IncidentCard } from '../../api/contract';
import { candidatesFor, distanceWords, metresBetween } from './merge-candidates';

const card = (id: string, some: Partial<IncidentCard> = {}) =>
  ({ id, communityId: 'al', state: 'handling', location: null, ...some }) as IncidentCard;

describe('what an incident can be merged into', () => {
  it('is never itself nor in another community', () => {
    const found = candidatesFor(card('a'), [card('a'), card('b'), card('c', { communityId: 'lh' })]);
    assert.deepEqual(
      found.map(({ card: { id } }) => id),
      ['b'],
    );
  });

  it('comes nearest first, and what is over last and not choosable', () => {
    const here = { lng: 115.98, lat: 36.45 };
    const near = { lng: 115.9801, lat: 36.45 };
    const far = { lng: 115.99, lat: 36.45 };
    const found = candidatesFor(card('a', { location: here }), [
      card('over', { location: here, state: 'closed' }),
      card('unknown'),
      card('far', { location: far }),
      card('near', { location: near }),
    ]);
    assert.deepEqual(
      found.map(({ card: { id }, fits }) => [id, fits]),
      [
        ['near', true],
        ['far', true],
        ['unknown', true],
        ['over', false],
      ],
    );
  });

  it('tells distances as people do', () => {
    assert.equal(metresBetween({ lng: 115.98, lat: 36.45 }, { lng: 115.981, lat: 36.45 }), 89);
    assert.equal(distanceWords(3), '就在一处');
    assert.equal(distanceWords(42), '隔 40 米');
    assert.equal(distanceWords(1_240), '隔 1.2 公里');
    assert.equal(distanceWords(null), '');
  });
});
