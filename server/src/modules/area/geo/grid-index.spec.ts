import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { distanceMetres, metresToBorder } from './distance.js';
import { PointIndex, type PolygonArea, PolygonIndex } from './grid-index.js';
import { type Polygon, roundDegrees } from './point.js';
import { polygonContains } from './polygon.js';

const degree = (middle: number) =>
  fc.double({ min: middle - 0.02, max: middle + 0.02, noNaN: true }).map(roundDegrees);
const point = fc.record({ lng: degree(118.1), lat: degree(36.9) });
const size = fc.double({ min: 0.0002, max: 0.01, noNaN: true });

const area = fc
  .record({ middle: point, width: size, height: size, hollow: fc.boolean() })
  .map(({ middle: { lng, lat }, width, height, hollow }): Polygon => {
    const box = (part: number): [number, number][] => [
      [lng - width * part, lat - height * part],
      [lng + width * part, lat - height * part * 0.6],
      [lng + width * part * 0.7, lat + height * part],
      [lng - width * part * 0.9, lat + height * part * 0.8],
    ];
    return hollow ? [box(1), box(0.4)] : [box(1)];
  });
const areas = fc
  .array(area, { maxLength: 40 })
  .map((polygons): PolygonArea[] => polygons.map((polygon, i) => ({ id: String(i), polygon })));

describe('the index of areas', () => {
  it('finds the area that looking through all of them finds', () => {
    fc.assert(
      fc.property(areas, fc.array(point, { minLength: 1, maxLength: 20 }), (list, points) => {
        const index = new PolygonIndex(list);
        for (const spot of points) {
          const wanted = list.find(({ polygon }) => polygonContains(polygon, spot)) ?? null;
          assert.equal(index.containing(spot), wanted);
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('finds it among areas of every size, from a room to half the country', () => {
    const everySize = fc
      .record({ lng: degree(118.1), lat: degree(36.9), power: fc.integer({ min: -6, max: 1 }) })
      .map(({ lng, lat, power }): Polygon => {
        const size = 10 ** power;
        const corner = (east: number, north: number): [number, number] => [
          roundDegrees(lng + east * size),
          roundDegrees(lat + north * size),
        ];
        return [[corner(0, 0), corner(1, 0.3), corner(0.25, 1)]];
      });
    fc.assert(
      fc.property(
        fc.array(everySize, { maxLength: 30 }),
        fc.array(point, { minLength: 1, maxLength: 10 }),
        (polygons, points) => {
          const list = polygons.map((polygon, i) => ({ id: String(i), polygon }));
          const index = new PolygonIndex(list);
          const corners = polygons.flat(2).map(([lng, lat]) => ({ lng, lat }));
          for (const spot of [...points, ...corners]) {
            const wanted = list.find(({ polygon }) => polygonContains(polygon, spot)) ?? null;
            assert.equal(index.containing(spot), wanted);
          }
        },
      ),
      { seed: 15, numRuns: 300 },
    );
  });

  it('finds every corner’s own area, though it lies on the edge of the box', () => {
    fc.assert(
      fc.property(areas, (list) => {
        const index = new PolygonIndex(list);
        for (const [lng, lat] of list.flatMap(({ polygon }) => polygon.flat())) {
          const wanted = list.find(({ polygon }) => polygonContains(polygon, { lng, lat })) ?? null;
          assert.equal(index.containing({ lng, lat }), wanted);
        }
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('finds the nearest border within reach, as measuring all of them does', () => {
    fc.assert(
      fc.property(areas, point, fc.integer({ min: 1, max: 2000 }), (list, spot, reach) => {
        const measured = list
          .map((one) => metresToBorder(one.polygon, spot))
          .filter((metres) => metres <= reach);
        const found = new PolygonIndex(list).nearest(spot, reach);
        if (measured.length === 0) assert.equal(found, null);
        else assert.equal(found && metresToBorder(found.polygon, spot), Math.min(...measured));
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});

describe('the index of spots', () => {
  it('finds the nearest within reach, as measuring all of them does', () => {
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 60 }),
        point,
        fc.integer({ min: 1, max: 3000 }),
        (things, spot, reach) => {
          const measured = things
            .map((thing) => distanceMetres(spot, thing))
            .filter((metres) => metres <= reach);
          const found = new PointIndex(things).nearest(spot, reach);
          assert.equal(found?.metres ?? null, measured.length === 0 ? null : Math.min(...measured));
        },
      ),
      { seed: 14, numRuns: 500 },
    );
  });
});

describe('the distance to a border', () => {
  it('is measured across, to a corner, and from within', () => {
    const square: Polygon = [
      [
        [118, 36],
        [118.01, 36],
        [118.01, 36.01],
        [118, 36.01],
      ],
    ];
    const near = (got: number, wanted: number) =>
      assert.ok(Math.abs(got - wanted) < wanted * 0.001, `${got} m`);
    near(metresToBorder(square, { lng: 118.005, lat: 35.999 }), 111.195);
    near(metresToBorder(square, { lng: 118.005, lat: 36.001 }), 111.195);
    near(metresToBorder(square, { lng: 117.999, lat: 36.005 }), 89.96);
    near(metresToBorder(square, { lng: 117.999, lat: 35.999 }), Math.hypot(111.195, 89.96));
  });
});
