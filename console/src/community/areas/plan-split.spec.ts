import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlanDraft } from './plan-draft';
import { type Corner, type Outline, squareMetresOf } from './plan-shape';
import { splitOutline, withGridSplit } from './plan-split';

/** About a hundred metres by a hundred, and a neighbour of the same size to the east. */
const at = (x: number, y: number): Corner => [118 + x / 100_000, 37 + y / 100_000];
const square = (west: number): Outline => [
  [at(west, 0), at(west + 100, 0), at(west + 100, 100), at(west, 100)],
];
const plan: PlanDraft = {
  community: { id: 'c', name: '社区', polygon: [[at(0, 0), at(200, 0), at(200, 100), at(0, 100)]] },
  grids: [
    { id: 'west', name: '1 网格', code: '370500009009001', polygon: square(0) },
    { id: 'east', name: '2 网格', code: '370500009009002', polygon: square(100) },
  ],
  estates: [],
  buildings: [],
};
const codes = { community: '370500009009', retired: ['370500009009003'] };
const has = (polygon: Outline | undefined, corner: Corner) =>
  polygon?.flat().some((one) => String(one) === String(corner));

describe('a grid cut in two', () => {
  it('stays itself in its larger part; the other is a new grid, and all borders are shared', () => {
    // Begun and ended beside the border, as hands do.
    const done = withGridSplit(plan, 'west', [at(-4, 70), at(50, 60), at(106, 70)], codes);
    assert.ok(typeof done !== 'string', String(done));
    const [west, east, added] = done.draft.grids;
    assert.deepEqual([west?.id, added?.id], ['west', done.addedId]);
    assert.deepEqual([added?.name, added?.code], ['3 网格', '370500009009004']);
    for (const corner of [at(0, 70), at(50, 60), at(100, 70)]) {
      assert.ok(has(west?.polygon, corner), `the old one has no corner ${corner}`);
      assert.ok(has(added?.polygon, corner), `the new one has no corner ${corner}`);
    }
    assert.ok(has(east?.polygon, at(100, 70)), 'the neighbour has the corner on its border');
    const areas = [west, added].map((grid) => squareMetresOf(grid?.polygon ?? []));
    const whole = squareMetresOf(square(0));
    assert.ok(Math.abs((areas[0] ?? 0) + (areas[1] ?? 0) - whole) < 1, `${areas} of ${whole}`);
    assert.ok((areas[0] ?? 0) > (areas[1] ?? 0));
  });

  it('may be cut from corner to corner, and keeps its hole where it is', () => {
    const hole = [at(70, 20), at(80, 20), at(75, 30)];
    const parts = splitOutline([...square(0), hole], [at(1, 1), at(99, 99)]);
    assert.ok(typeof parts !== 'string', String(parts));
    assert.deepEqual(parts.map((part) => part.map((ring) => ring.length)).sort(), [[3], [3, 3]]);
  });

  it('is not cut by a line along its border, outside of it, from a spot to the same, or through its hole', () => {
    const cut = (...line: Corner[]) =>
      splitOutline([...square(0), [at(40, 40), at(60, 40), at(60, 60), at(40, 60)]], line);
    assert.match(String(cut(at(10, 0), at(90, 0))), /没有把网格分开/);
    assert.match(String(cut(at(10, 0), at(50, -40), at(90, 0))), /没有把网格分开/);
    assert.match(String(cut(at(10, 0), at(10, 1))), /没有把网格分开/);
    assert.match(String(cut(at(0, 50), at(100, 50))), /空洞/);
    assert.match(String(cut(at(0, 50))), /没有把网格分开/);
    assert.match(String(cut(at(0, 20), at(90, 20), at(50, 10), at(50, 30), at(0, 30))), /自己绕回来/);
  });

  it('that is bent is cut in two only, never in three, however narrow its arms are', () => {
    // Three teeth to the north, with slits of two metres between them.
    const comb: Outline = [
      [at(0, 0), at(100, 0), at(100, 100), at(62, 100), at(62, 30), at(60, 30), at(60, 100), at(32, 100)],
    ];
    comb[0]?.push(at(32, 30), at(30, 30), at(30, 100), at(0, 100));
    assert.match(String(splitOutline(comb, [at(0, 60), at(100, 60)])), /切成 4 块/);
    assert.match(String(splitOutline(comb, [at(32, 60), at(100, 60)])), /切成 3 块/);
    const tooth = splitOutline(comb, [at(32, 60), at(60, 60)]);
    assert.ok(typeof tooth !== 'string', String(tooth));
    const shares = tooth.map((part) => (squareMetresOf(part) / squareMetresOf(square(0))) * 1e4);
    assert.deepEqual(shares.map(Math.round).sort(), [1120, 8600]);
    // From one tooth to the next, round the slit between them, without leaving the grid.
    const round = splitOutline(comb, [at(20, 100), at(20, 20), at(45, 20), at(45, 100)]);
    assert.ok(typeof round !== 'string', String(round));
  });
});
