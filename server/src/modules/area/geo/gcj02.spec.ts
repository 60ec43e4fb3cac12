import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toGcj02 } from '@linli/shared';
import fc from 'fast-check';
import { distanceMetres } from './distance.js';
import { keepAsGcj02 } from './gcj02.js';

/** WGS-84 and GCJ-02 of the same spots, as published beside several independent implementations. */
const KNOWN = [
  { name: 'Beijing, Tian’anmen', wgs84: [116.404, 39.915], gcj02: [116.41024449916938, 39.91640428150164] },
  { name: 'Beijing, west', wgs84: [116.377817, 39.911954], gcj02: [116.38404722455657, 39.91334545536069] },
  { name: 'Shanghai', wgs84: [121.5272106, 31.1774276], gcj02: [121.531541859215, 31.17530398364597] },
  { name: 'Shenzhen', wgs84: [113.912316, 22.543847], gcj02: [113.9171764808363, 22.540796131694766] },
] as const;

describe('GCJ-02', () => {
  for (const { name, wgs84, gcj02 } of KNOWN) {
    it(`gives the published point for ${name}`, () => {
      const got = toGcj02({ lng: wgs84[0], lat: wgs84[1] });
      assert.ok(Math.abs(got.lng - gcj02[0]) < 1e-9, `lng ${got.lng}`);
      assert.ok(Math.abs(got.lat - gcj02[1]) < 1e-9, `lat ${got.lat}`);
    });
  }

  it('leaves points outside China as they are', () => {
    for (const point of [
      { lng: 2.3522, lat: 48.8566 },
      { lng: -122.42, lat: 37.77 },
      { lng: 139.69, lat: 35.69 },
      { lng: 116, lat: -10 },
    ]) {
      assert.deepEqual(toGcj02(point), point);
    }
  });

  it('moves a point in the country by some hundreds of metres, and neighbours together', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 80, max: 130, noNaN: true }),
        fc.double({ min: 20, max: 50, noNaN: true }),
        (lng, lat) => {
          const moved = toGcj02({ lng, lat });
          const metres = distanceMetres({ lng, lat }, moved);
          assert.ok(metres > 20 && metres < 1500, `${metres} m`);
          const neighbour = toGcj02({ lng: lng + 1e-5, lat });
          assert.ok(distanceMetres(moved, neighbour) < 1.3, 'neighbours stay neighbours');
        },
      ),
      { seed: 2, numRuns: 500 },
    );
  });

  it('keeps GCJ-02 input as it is, to a ten-millionth of a degree', () => {
    assert.deepEqual(keepAsGcj02({ lng: 118.123456789, lat: 36.9, system: 'gcj02' }), {
      lng: 118.1234568,
      lat: 36.9,
    });
    assert.notDeepEqual(keepAsGcj02({ lng: 118.1, lat: 36.9, system: 'wgs84' }), { lng: 118.1, lat: 36.9 });
  });
});
