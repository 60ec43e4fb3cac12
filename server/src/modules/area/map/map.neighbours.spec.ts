import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DrawnCommunity, neighboursAmong } from './map.neighbours.js';

/** A square of about a kilometre, so many of them east of the first; subdistricts 1 and 2 lie in county A, 3 in county B. */
const drawn = (id: string, subdistrict: 1 | 2 | 3, east: number): DrawnCommunity => ({
  ...{ id, name: `${id}社区`, subdistrictId: `s${subdistrict}`, subdistrictName: `${subdistrict} 街道` },
  countyId: subdistrict === 3 ? 'B' : 'A',
  polygon: [
    [
      [118 + east / 100, 37],
      [118 + (east + 1) / 100, 37],
      [118 + (east + 1) / 100, 37.01],
      [118 + east / 100, 37.01],
    ],
  ],
});
const place = (id: string, subdistrict: 1 | 2 | 3) => {
  const { subdistrictId, countyId } = drawn(id, subdistrict, 0);
  return { id, subdistrictId, countyId };
};
const names = (own: ReturnType<typeof place>, ...all: DrawnCommunity[]) =>
  neighboursAmong(own, all).map(({ name, subdistrictName }) => [name, subdistrictName]);

describe('the communities around one', () => {
  it('are all of its subdistrict, and of others those that come near, whichever county they are in', () => {
    const all = [
      ...[drawn('甲', 1, 0), drawn('乙', 1, 40), drawn('远', 2, 20)],
      ...[drawn('隔', 2, 3), drawn('邻', 2, 1), drawn('外', 3, -1)],
    ];
    assert.deepEqual(names(place('甲', 1), ...all), [
      ['乙社区', null],
      ['邻社区', '2 街道'],
      ['外社区', '3 街道'],
      ['隔社区', '2 街道'],
    ]);
  });

  it('are those around its subdistrict while it is not drawn itself, and those of its county while nothing is', () => {
    const far = [drawn('邻', 2, 2), drawn('远', 2, 60), drawn('外', 3, 1)];
    assert.deepEqual(names(place('新', 1), drawn('甲', 1, 0), ...far), [
      ['甲社区', null],
      ['外社区', '3 街道'],
      ['邻社区', '2 街道'],
    ]);
    assert.deepEqual(names(place('新', 1), ...far), [
      ['邻社区', '2 街道'],
      ['远社区', '2 街道'],
    ]);
  });
});
