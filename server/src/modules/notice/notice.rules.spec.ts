import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { overAt, spanFault, whereLabelOf } from './notice.rules.js';

const NOW = new Date('2026-11-22T04:00:00Z');
const DAY = 86_400_000;
const inDays = (days: number | null) => (days === null ? null : new Date(NOW.getTime() + days * DAY));
const code = (startsIn: number | null, endsIn: number | null) =>
  spanFault({ startsAt: inDays(startsIn), endsAt: inDays(endsIn) }, NOW)?.code ?? null;

describe('when a notice is about', () => {
  it('may be unknown, has its end after its beginning, and is neither past nor a year away', () => {
    const fine: [number | null, number | null][] = [
      [null, null],
      [1, 2],
      [-1, 2],
      [null, 2],
      [-0.5, null],
    ];
    for (const [startsIn, endsIn] of fine) assert.equal(code(startsIn, endsIn), null);
    assert.equal(code(2, 1), 'notice/ends-too-soon');
    assert.equal(code(1, 1), 'notice/ends-too-soon');
    assert.equal(code(null, -1), 'notice/over-already');
    assert.equal(code(-3, -2), 'notice/over-already');
    assert.equal(code(-2, null), 'notice/over-already');
    assert.equal(code(400, null), 'notice/too-far-away');
  });

  it('that is accepted lies ahead of its own end', () => {
    const days = fc.option(fc.double({ min: -500, max: 500, noNaN: true }));
    fc.assert(
      fc.property(days, days, (startsIn, endsIn) => {
        const span = { startsAt: inDays(startsIn), endsAt: inDays(endsIn) };
        if (spanFault(span, NOW) !== null) return;
        const over = overAt(span, NOW);
        assert.ok(over > NOW && (span.startsAt === null || over > span.startsAt));
      }),
      { seed: 5341 },
    );
  });
});

describe('whom a notice is for', () => {
  const building = (name: string, estateName = '安澜里') => ({ id: name, name, gridId: 'g', estateName });
  it('is said with the estate once', () => {
    const parts = [building('3 号楼'), building('5 号楼'), building('1 号楼', '清河湾')];
    assert.equal(whereLabelOf('building', parts), '安澜里 3 号楼、5 号楼、清河湾 1 号楼');
    assert.equal(whereLabelOf('community', []), '全社区');
  });

  it('is counted when it is long', () => {
    const parts = Array.from({ length: 9 }, (_, i) => building(`${i + 1} 号楼`));
    const label = whereLabelOf('building', parts);
    assert.match(label, /6 号楼等 9 栋楼$/);
    assert.doesNotMatch(label, /7 号楼/);
  });
});
