import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Corner, doubleAreaOf, edgesOf } from './exact.js';
import { outsideOf, overlapOf } from './overlap.js';
import { pieces } from './pieces.js';

/** Where communities lie, in whole units of about a centimetre; a hundred metres are ten thousand of them. */
const BASE: Corner = [1_186_000_000, 374_000_000];
const STEP = 1_000;
const put = (ring: readonly Corner[]) => [ring.map(([x, y]): Corner => [BASE[0] + x, BASE[1] + y])];
const bare = (ring: readonly Corner[]) => ring.map(([x, y]): Corner => [x - BASE[0], y - BASE[1]]);
const areaOf = (rings: readonly Corner[][]) => rings.reduce((sum, ring) => sum + doubleAreaOf(ring) / 2, 0);

/** Corners in the order of their directions from a middle, so that they go round once; null when that is no outline. */
function around(corners: readonly Corner[], [x, y]: Corner): Corner[] | null {
  const angle = (corner: Corner) => Math.atan2(corner[1] - y, corner[0] - x);
  const byAngle = [...corners].sort((a, b) => angle(a) - angle(b));
  const ring = byAngle.filter(
    (corner, i) => i === 0 || angle(corner) > angle(byAngle[i - 1] as Corner) + 1e-9,
  );
  const goesRound = edgesOf([ring]).every(
    ([[ax, ay], [bx, by]]) => (ax - x) * (by - y) - (ay - y) * (bx - x) > 0,
  );
  return ring.length >= 3 && goesRound ? ring : null;
}

const whole = (most: number) => fc.integer({ min: 0, max: most });
/** On the lines of a net or one unit beside them: borders meant to be one, drawn a centimetre apart. */
const spot = fc
  .tuple(whole(12), whole(12), fc.integer({ min: -1, max: 1 }), fc.integer({ min: -1, max: 1 }))
  .map(([x, y, dx, dy]): Corner => [x * STEP + dx, y * STEP + dy]);
const star = fc
  .array(spot, { minLength: 3, maxLength: 9 })
  .map((corners) => around(corners, [6_300, 5_700]))
  .filter((ring) => ring !== null);
/** Two areas, the second with corners on the edges of the first, exactly or as near as units allow. */
const two = star.chain((one) =>
  fc.record({
    one: fc.constant(one),
    other: fc
      .tuple(
        fc.array(fc.tuple(whole(one.length - 1), whole(10), fc.integer({ min: -1, max: 1 })), {
          maxLength: 6,
        }),
        fc.array(spot, { minLength: 2, maxLength: 5 }),
        fc.constantFrom<Corner>([6_300, 5_700], [2_900, 7_300], [9_100, 3_300]),
      )
      .map(([onEdges, free, middle]) => {
        const edges = edgesOf([one]);
        const on = onEdges.map(([which, tenths, beside]): Corner => {
          const [from, to] = edges[which] as (typeof edges)[number];
          const along = (axis: 0 | 1) => Math.round(from[axis] + (tenths / 10) * (to[axis] - from[axis]));
          return [along(0) + beside, along(1)];
        });
        return around([...on, ...free], middle);
      })
      .filter((ring) => ring !== null),
  }),
);

/** The ground in common reckoned another way: triangles from one spot, each cut by each, those that go back taken off. */
function commonArea(one: readonly Corner[], other: readonly Corner[]): number {
  const fan = (ring: readonly Corner[]) =>
    edgesOf([ring]).map(([from, to]) => {
      const way = Math.sign(from[0] * to[1] - from[1] * to[0]);
      const triangle: Corner[] = way < 0 ? [[0, 0], to, from] : [[0, 0], from, to];
      return { way, triangle };
    });
  return fan(one).reduce(
    (sum, own) =>
      fan(other).reduce(
        (part, their) =>
          own.way * their.way === 0
            ? part
            : part + own.way * their.way * (doubleAreaOf(cut(own.triangle, their.triangle)) / 2),
        sum,
      ),
    0,
  );
}

/** What of one triangle lies in another. */
function cut(one: readonly Corner[], other: readonly Corner[]): Corner[] {
  return edgesOf([other]).reduce<Corner[]>(
    (left, [from, to]) => {
      const side = ([x, y]: Corner) => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
      return edgesOf([left]).flatMap(([a, b]): Corner[] => {
        const [here, there] = [side(a), side(b)];
        const share = here / (here - there);
        const through: Corner = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
        return [...(here >= 0 ? [a] : []), ...(here * there < 0 ? [through] : [])];
      });
    },
    [...one],
  );
}

/** How many units outside an area a corner lies; all that doubles get wrong is some ten-millionths of one. */
function unitsOut(ring: readonly Corner[], [x, y]: Corner): number {
  const inside = edgesOf([ring]).filter(([[ax, ay], [bx, by]]) => {
    if (ay <= y === by <= y) return false;
    return ax + ((y - ay) / (by - ay)) * (bx - ax) > x;
  });
  if (inside.length % 2 === 1) return 0;
  return Math.min(
    ...edgesOf([ring]).map(([[ax, ay], [bx, by]]) => {
      const [dx, dy] = [bx - ax, by - ay];
      const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(x - ax - share * dx, y - ay - share * dy);
    }),
  );
}

describe('the ground two areas have in common', () => {
  it('is shown however narrow it is, also with its corners on the neighbour’s edge', () => {
    const square: Corner[] = [
      [0, 0],
      [10_000, 0],
      [10_000, 10_000],
      [0, 10_000],
    ];
    const shown = (other: Corner[]) => pieces(put(square), put(other), 'common').map(bare);
    // A border that begins at the same corner and ends a centimetre beside.
    assert.deepEqual(
      shown([
        [9_999, 0],
        [20_000, 0],
        [20_000, 10_000],
        [10_000, 10_000],
      ]).map((ring) => ring.sort()),
      [
        [
          [10_000, 0],
          [10_000, 10_000],
          [9_999, 0],
        ],
      ],
    );
    // Two corners on the edge and one a centimetre beyond it.
    const beyond: Corner[] = [
      [10_000, 2_000],
      [20_000, 2_000],
      [20_000, 8_000],
      [10_000, 8_000],
      [9_999, 5_000],
    ];
    assert.equal(areaOf(shown(beyond)), 3_000);
    assert.deepEqual(shown(beyond.slice(0, 4)), []);
  });

  it('is all there and nothing else, exactly when there is any', () => {
    fc.assert(
      fc.property(two, ({ one, other }) => {
        const [own, theirs] = [put(one), put(other)];
        const common = pieces(own, theirs, 'common');
        const over = pieces(own, theirs, 'outside');
        assert.equal(common.length > 0, overlapOf(own, theirs) !== null);
        assert.equal(over.length > 0, outsideOf(own, theirs) !== null);
        const area = areaOf(common);
        const reckoned = commonArea(one, other);
        assert.ok(Math.abs(area - reckoned) < 1e-2, `${area} shown, ${reckoned} reckoned`);
        assert.ok(Math.abs(area + areaOf(over) - areaOf([one])) < 1e-2);
        for (const ring of common)
          for (const corner of bare(ring))
            for (const area of [one, other]) assert.ok(unitsOut(area, corner) < 1e-5, `${corner} is outside`);
      }),
      { seed: 16, numRuns: 300 },
    );
  });
});
