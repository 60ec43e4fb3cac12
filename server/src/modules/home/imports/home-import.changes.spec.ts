import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeSheet } from './home-import.changes.js';
import { findingsOf } from './home-import.findings.js';
import type { HomeChange, KnownOwner } from './home-import.plan.js';

const owner = (name: string): KnownOwner => ({
  ...{ id: name, name, ownerKind: 'person', phoneIndex: null, share: { numerator: 1, denominator: 1 } },
});
const facts = { floor: 1, usage: 'residence', floorArea: 8_950, titleNumber: null } as const;

function change(row: number, more: Partial<HomeChange> = {}): HomeChange {
  return {
    home: {
      ...{ rows: [row], label: `安澜里 3号楼 ${row}`, estateId: null, buildingId: 'b', entranceId: 'e' },
      ...{ entranceKey: '1', room: String(row), floor: 1, floorArea: 8_950, usage: null, titleNumber: null },
      owners: [],
    },
    known: { ...facts, id: String(row), entranceId: 'e', room: String(row), owners: [] },
    ...{ facts, factsChange: false, newOwners: [], changedOwners: [], endedOwners: [], ...more },
  };
}

describe('what a file would change', () => {
  it('begins with whose title ends, then who is new, each kind counted whole; the sheet has all of it', () => {
    const bigger = { facts: { ...facts, floorArea: 9_000 }, factsChange: true };
    const bought = { ...owner('新人'), phone: null, share: null };
    const changes = [
      ...Array.from({ length: 9_000 }, (_, at) => change(at + 2, bigger)),
      change(9_002, { known: null, newOwners: [bought] }),
      change(9_003, { endedOwners: [owner('旧人')], newOwners: [bought] }),
      change(9_004),
    ];
    const found = findingsOf([], [], changes);
    assert.deepEqual(found.changeKinds, { ended: 1, new: 1, other: 9_000 });
    assert.equal(found.changes.length, 202);
    assert.deepEqual(found.changes.slice(0, 3), [
      {
        row: 9_003,
        label: '安澜里 3号楼 9003',
        kind: 'ended',
        words: ['不再是产权人 旧人', '新的产权人 新人'],
      },
      {
        ...{ row: 9_002, label: '安澜里 3号楼 9002', kind: 'new' },
        words: ['新的产权人 新人', '新的房屋，建筑面积 89.50 ㎡'],
      },
      { row: 2, label: '安澜里 3号楼 2', kind: 'other', words: ['建筑面积 89.50 ㎡ → 90.00 ㎡'] },
    ]);
    const { rows, marked } = changeSheet(changes);
    assert.equal(rows.length, 9_002);
    assert.deepEqual(rows[0], ['9003', '安澜里 3号楼 9003', '有人不再是产权人', '旧人', '新人', '']);
    assert.deepEqual(marked, [0]);
  });
});
