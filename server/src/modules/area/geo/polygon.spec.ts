import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Polygon, Ring } from './point.js';
import { polygonContains, polygonFault } from './polygon.js';

const UNIT = 1e-7;
const ORIGIN: [number, number] = [118.1, 36.9];

/** A corner a few kept units away from the origin: so near that many whole points lie exactly on borders. */
const at = (x: number, y: number): [number, number] => [ORIGIN[0] + x * UNIT, ORIGIN[1] + y * UNIT];
const has = (polygon: Polygon, x: number, y: number) => {
  const [lng, lat] = at(x, y);
  return polygonContains(polygon, { lng, lat });
};

const square = (from: number, to: number): Ring => [at(from, from), at(to, from), at(to, to), at(from, to)];

const SPACING = 12;
/** Corners of a net of cells, each pushed about at random, less than would turn a cell over. */
const net = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([columns, rows]) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      push: fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })), {
        minLength: (columns + 1) * (rows + 1),
        maxLength: (columns + 1) * (rows + 1),
      }),
      turn: fc.array(fc.tuple(fc.boolean(), fc.nat(3)), {
        minLength: columns * rows,
        maxLength: columns * rows,
      }),
    }),
  );

describe('a point in a polygon', () => {
  it('lies inside, outside, or in a hole', () => {
    const ring = [square(0, 30), square(10, 20)];
    assert.equal(has(ring, 5, 5), true);
    assert.equal(has(ring, 15, 15), false, 'in the hole');
    assert.equal(has(ring, 25, 15), true);
    assert.equal(has(ring, 31, 15), false);
    assert.equal(has([square(10, 20)], 15, 15), true, 'the area that fills the hole');
  });

  it('on a hole’s border lies in the ring or in what fills the hole, never in both', () => {
    const ring = [square(0, 30), square(10, 20)];
    for (let x = 0; x < 30; x++) {
      for (let y = 0; y < 30; y++)
        assert.equal(Number(has(ring, x, y)) + Number(has([square(10, 20)], x, y)), 1);
    }
  });

  it('belongs to the area east or north of the border it lies on', () => {
    const only = [square(0, 10)];
    assert.deepEqual(
      [has(only, 0, 5), has(only, 5, 0), has(only, 0, 0)],
      [true, true, true],
      'west and south borders',
    );
    assert.deepEqual(
      [has(only, 10, 5), has(only, 5, 10), has(only, 10, 10)],
      [false, false, false],
      'east and north',
    );
  });

  it('reads a ring the same closed or open, whichever way round', () => {
    const ring: Ring = [at(0, 0), at(20, 3), at(24, 19), at(11, 9), at(-2, 21)];
    const closed: Ring = [...ring, at(0, 0)];
    const backwards: Ring = [...ring].reverse();
    for (let x = -3; x < 27; x++) {
      for (let y = -3; y < 24; y++) {
        assert.equal(has([closed], x, y), has([ring], x, y));
        assert.equal(has([backwards], x, y), has([ring], x, y));
      }
    }
  });

  it('belongs to exactly one tile of a tiling, corners and borders included', () => {
    fc.assert(
      fc.property(net, ({ columns, rows, push, turn }) => {
        const corner = (column: number, row: number) => {
          const [dx, dy] = push[row * (columns + 1) + column] ?? [0, 0];
          return at(column * SPACING + dx, row * SPACING + dy);
        };
        const tiles: Polygon[] = [];
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            const ring = [
              corner(column, row),
              corner(column + 1, row),
              corner(column + 1, row + 1),
              corner(column, row + 1),
            ];
            // Neighbours are drawn from different first corners and in different directions.
            const [reversed, start] = turn[row * columns + column] ?? [false, 0];
            const turned = [...ring.slice(start), ...ring.slice(0, start)];
            tiles.push([reversed ? turned.reverse() : turned]);
          }
        }
        const outline: Ring = [];
        for (let column = 0; column < columns; column++) outline.push(corner(column, 0));
        for (let row = 0; row < rows; row++) outline.push(corner(columns, row));
        for (let column = columns; column > 0; column--) outline.push(corner(column, rows));
        for (let row = rows; row > 0; row--) outline.push(corner(0, row));
        for (let x = -5; x <= columns * SPACING + 5; x++) {
          for (let y = -5; y <= rows * SPACING + 5; y++) {
            const holders = tiles.filter((tile) => has(tile, x, y)).length;
            assert.equal(holders, has([outline], x, y) ? 1 : 0, `(${x}, ${y})`);
          }
        }
      }),
      { seed: 5341, numRuns: 120 },
    );
  });

  it('agrees with counting how often the outline winds around it', () => {
    const star = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 });
    const share = fc.double({ min: -1.2, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(star, share, share, (radii, x, y) => {
        const ring: Ring = radii.map((radius, i) => {
          const angle = (2 * Math.PI * i) / radii.length;
          return [118 + 0.01 * radius * Math.cos(angle), 36 + 0.01 * radius * Math.sin(angle)];
        });
        const [lng, lat] = [118 + 0.01 * x, 36 + 0.01 * y];
        const turned = ring.reduce((sum, [ax, ay], i) => {
          const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
          const [px, py, qx, qy] = [ax - lng, ay - lat, bx - lng, by - lat];
          return sum + Math.atan2(px * qy - py * qx, px * qx + py * qy);
        }, 0);
        assert.equal(polygonContains([ring], { lng, lat }), Math.abs(turned) > Math.PI);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe('an outline', () => {
  it('is refused when it is no area', () => {
    assert.equal(polygonFault([square(0, 10)]), null);
    assert.match(String(polygonFault([])), /no outline/);
    assert.match(String(polygonFault([[at(0, 0), at(1, 1), at(0, 0)]])), /three different corners/);
    assert.match(
      String(
        polygonFault([
          [
            [0, 0],
            [1, 95],
            [1, 1],
          ],
        ]),
      ),
      /off the globe/,
    );
    assert.match(
      String(
        polygonFault([
          [
            [0, 0],
            [1, Number.NaN],
            [1, 1],
          ],
        ]),
      ),
      /off the globe/,
    );
    assert.match(
      String(
        polygonFault([
          [
            [100, 30],
            [110, 30],
            [105, 31],
          ],
        ]),
      ),
      /too wide/,
    );
  });
});
