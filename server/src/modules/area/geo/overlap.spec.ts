import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Corner, doubleAreaOf, unitsOf } from './exact.js';
import { outlineFault } from './outline-faults.js';
import { outsideOf, overlapOf } from './overlap.js';
import { pieces } from './pieces.js';
import type { Polygon, Ring } from './point.js';

/** A step of the nets below, about ten metres: pieces of a step are still far above rounding. */
const STEP = 1e-4;
const at = (x: number, y: number): [number, number] => [118.1 + x * STEP, 36.9 + y * STEP];
const rectangle = (west: number, south: number, east: number, north: number): Ring => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
];
const overlap = (one: Polygon, other: Polygon) => overlapOf(unitsOf(one), unitsOf(other));
const outside = (one: Polygon, other: Polygon) => outsideOf(unitsOf(one), unitsOf(other));
const areaOf = (rings: Corner[][]) => rings.reduce((sum, ring) => sum + doubleAreaOf(ring) / 2, 0);
const CELL = (STEP * 1e7) ** 2;

/** Areas around a middle whose corners come in the order of their directions, so that they never cross themselves. */
const star = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 3,
    maxLength: 9,
  })
  .map((corners): Polygon => {
    const middle = [6.3, 5.7];
    const angle = ([x, y]: [number, number]) => Math.atan2(y - (middle[1] ?? 0), x - (middle[0] ?? 0));
    const sorted = [...new Map(corners.map((corner) => [String(corner), corner])).values()];
    return [sorted.sort((a, b) => angle(a) - angle(b)).map(([x, y]) => at(x, y))];
  })
  .filter((polygon) => outlineFault(polygon) === null);

describe('two areas', () => {
  it('that share a border, part of one, or a corner do not overlap', () => {
    const middle = [rectangle(4, 4, 8, 8)];
    for (const [name, other] of Object.entries({
      'a whole border': [rectangle(8, 4, 12, 8)],
      'part of a border': [rectangle(8, 5, 12, 7)],
      'a longer border': [rectangle(8, 0, 12, 12)],
      'a corner': [rectangle(8, 8, 12, 12)],
      'the hole it fills': [rectangle(0, 0, 12, 12), rectangle(4, 4, 8, 8)],
      nothing: [rectangle(20, 20, 24, 24)],
    })) {
      assert.equal(overlap(middle, other), null, name);
      assert.equal(overlap(other, middle), null, name);
    }
  });

  it('that cross, lie in one another or are the same overlap', () => {
    const middle = [rectangle(4, 4, 8, 8)];
    for (const [name, other] of Object.entries({
      'a crossing': [rectangle(6, 6, 12, 12)],
      'one around the other': [rectangle(0, 0, 12, 12)],
      'the same': [rectangle(4, 4, 8, 8)],
      'the same, begun elsewhere and going the other way': [[at(8, 8), at(8, 4), at(4, 4), at(4, 8)]],
      'borders shared on two sides': [rectangle(4, 4, 8, 12)],
      'a unit too far': [[at(8, 4), at(12, 4), at(12, 8), [at(8, 8)[0] - 1e-7, at(8, 8)[1]]] as Ring],
      'a diamond that touches only with its corners': [[at(6, 4), at(8, 6), at(6, 8), at(4, 6)] as Ring],
    })) {
      assert.notEqual(overlap(middle, other), null, name);
      assert.notEqual(overlap(other, middle), null, name);
    }
  });

  it('show what they have in common as a shape', () => {
    const common = pieces(unitsOf([rectangle(4, 4, 8, 8)]), unitsOf([rectangle(6, 6, 12, 12)]), 'common');
    assert.equal(common.length, 1);
    assert.ok(Math.abs(areaOf(common) / CELL - 4) < 1e-3, `${areaOf(common) / CELL}`);
  });

  it('overlap exactly when they have ground in common, and lie in one another exactly when nothing is left over', () => {
    fc.assert(
      fc.property(star, star, (one, other) => {
        const [own, theirs] = [unitsOf(one), unitsOf(other)];
        const common = areaOf(pieces(own, theirs, 'common')) / CELL;
        const over = areaOf(pieces(own, theirs, 'outside')) / CELL;
        assert.equal(overlap(one, other) !== null, common > 1e-4, `${common} in common`);
        assert.equal(overlap(one, other) === null, overlap(other, one) === null);
        assert.equal(outside(one, other) !== null, over > 1e-4, `${over} left over`);
        assert.ok(Math.abs(common + over - areaOf(own) / CELL) < 1e-2);
      }),
      { seed: 16, numRuns: 400 },
    );
  });

  it('that tile a net with pushed corners neither overlap nor leave it', () => {
    const push = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(push, (pushes) => {
        const corner = (column: number, row: number): [number, number] => {
          const [dx, dy] = pushes[row * 4 + column] ?? [0, 0];
          return at(column * 10 + dx, row * 10 + dy);
        };
        const cells = [0, 1, 2].flatMap((row) =>
          [0, 1, 2].map(
            (column): Polygon => [
              [
                corner(column, row),
                corner(column + 1, row),
                corner(column + 1, row + 1),
                corner(column, row + 1),
              ],
            ],
          ),
        );
        const around: Polygon = [
          [
            ...[0, 1, 2].map((column) => corner(column, 0)),
            ...[0, 1, 2].map((row) => corner(3, row)),
            ...[3, 2, 1].map((column) => corner(column, 3)),
            ...[3, 2, 1].map((row) => corner(0, row)),
          ],
        ];
        for (const [i, cell] of cells.entries()) {
          assert.equal(outside(cell, around), null);
          for (const other of cells.slice(i + 1)) assert.equal(overlap(cell, other), null);
        }
      }),
      { seed: 16, numRuns: 60 },
    );
  });
});

describe('the outline of an area', () => {
  it('may be any ring that does not meet itself, with holes inside', () => {
    assert.equal(outlineFault([rectangle(0, 0, 12, 12), rectangle(2, 2, 4, 4), rectangle(6, 6, 8, 8)]), null);
    assert.equal(outlineFault([[...rectangle(0, 0, 12, 12), at(0, 0)]]), null, 'the first corner repeated');
  });

  it('that crosses itself is told with the place and both lines', () => {
    const fault = outlineFault([[at(0, 0), at(10, 10), at(10, 0), at(0, 10)]]);
    assert.equal(fault?.kind, 'self-crossing');
    assert.ok(fault?.kind === 'self-crossing');
    const [lng, lat] = at(5, 5);
    assert.ok(Math.abs(fault.at[0] - lng * 1e7) <= 1 && Math.abs(fault.at[1] - lat * 1e7) <= 1);
    assert.equal(fault.edges.length, 2);
  });

  it('that touches itself or goes back the way it came is refused', () => {
    const kinds = [
      [at(0, 0), at(10, 0), at(10, 10), at(5, 0), at(0, 10)],
      [at(0, 0), at(10, 0), at(4, 0), at(4, 10)],
    ].map((ring) => outlineFault([ring as Ring])?.kind);
    assert.deepEqual(kinds, ['self-crossing', 'self-crossing']);
  });

  it('that is no more than a line or a spot is too small', () => {
    for (const ring of [[], [at(0, 0), at(1, 1)], rectangle(0, 0, 0.1, 0.1)])
      assert.equal(outlineFault([ring as Ring])?.kind, 'too-small');
  });

  it('keeps its holes inside and apart', () => {
    const around = rectangle(0, 0, 12, 12);
    assert.equal(outlineFault([around, rectangle(20, 20, 24, 24)])?.kind, 'hole-outside');
    assert.equal(outlineFault([around, rectangle(10, 10, 14, 14)])?.kind, 'self-crossing');
    assert.equal(outlineFault([around, rectangle(2, 2, 8, 8), rectangle(4, 4, 6, 6)])?.kind, 'hole-outside');
    assert.equal(outlineFault([around, rectangle(2, 2, 8, 8), rectangle(2, 2, 8, 8)])?.kind, 'self-crossing');
  });
});
