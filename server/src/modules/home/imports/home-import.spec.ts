import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OwnerKind } from '@linli/shared';
import fc from 'fast-check';
import type { Cell } from '../../../platform/spreadsheet/spreadsheet.cells.js';
import { findTable } from '../../../platform/spreadsheet/spreadsheet.table.js';
import { type CountedHome, countOwners } from '../owner-count.js';
import { Gathering } from './home-import.gathering.js';
import { changesAnything, doorOf, type HomeChange, type KnownHome, planHomes } from './home-import.plan.js';
import { problemSheet } from './home-import.problem-sheet.js';
import { HOME_SHEET_COLUMNS, isSum, readHomeRow } from './homes.sheet.js';
import { namesOf, ownerKindOf, phonesOf, sharesOf, sumAgainstWhole } from './owner-words.js';
import { PlaceFinder } from './place-finder.js';
import { buildingKey, entranceKey, floorOf, floorOfRoom, splitRoom } from './place-names.js';

const PLACES = {
  estates: [
    { id: 'anlan', name: '安澜里' },
    { id: 'qinghe', name: '清河湾' },
  ],
  buildings: [
    { id: 'a3', name: '3 号楼', estateId: 'anlan' },
    { id: 'a4', name: '4 号楼', estateId: 'anlan' },
    { id: 'q3', name: '3 号楼', estateId: 'qinghe' },
  ],
  entrances: [
    { id: 'a3-1', name: '1 单元', buildingId: 'a3' },
    { id: 'a3-2', name: '2 单元', buildingId: 'a3' },
  ],
};
const HEADER = ['小区', '楼栋/幢', '单元', '房号', '建筑面积(㎡)', '业主姓名', '联系电话', '产权份额'];

function read(...rows: (Cell | undefined)[][]) {
  const sheet = [HEADER, ...rows].map((cells, at) => ({
    number: at + 1,
    cells: Object.fromEntries(
      cells.flatMap((cell, column) => (cell === undefined || cell === '' ? [] : [[column + 1, cell]])),
    ) as Record<number, Cell>,
  }));
  const table = findTable({ name: null, rows: sheet }, HOME_SHEET_COLUMNS);
  const read = table.rows.map((row) => readHomeRow(row, table.at));
  const finder = new PlaceFinder(PLACES);
  const gathering = new Gathering(finder);
  for (const row of read) gathering.add(row);
  const homes = gathering.homes();
  return {
    homes,
    errors: read.map(({ errors }) => errors.join('；')),
    rows: read,
    missing: finder.missing(),
  };
}
const indexOf = (phone: string) => `#${phone}`;

describe('what people write into a ledger of homes', () => {
  it('is understood however a place, a floor, a name, a number or a share is written', () => {
    for (const name of ['3 号楼', '3号楼', '03幢', '三栋', '3#', '第3幢', '３楼'])
      assert.equal(buildingKey(name), '3');
    assert.equal(buildingKey('十二号楼'), '12');
    assert.equal(buildingKey('商业楼'), buildingKey('商业 楼'));
    assert.equal(entranceKey('一单元'), entranceKey('1'));
    assert.deepEqual(splitRoom('1-302'), { entrance: '1', room: '302' });
    assert.equal(splitRoom('302'), null);
    assert.deepEqual(['3', '3层', '三楼', '-1', '负一层', 'B1', '顶层'].map(floorOf), [
      3,
      3,
      3,
      -1,
      -1,
      -1,
      null,
    ]);
    assert.deepEqual(['302', '1201', '302A', 'C-7'].map(floorOfRoom), [3, 12, 3, null]);
    assert.deepEqual(namesOf('张三、李 四；王五 赵六'), ['张三', '李四', '王五', '赵六']);
    assert.deepEqual(
      ['张三', '某某物业管理有限公司', '某某房地产开发有限公司', '某某社区居委会'].map(ownerKindOf),
      ['person', 'organisation', 'developer', 'organisation'],
    );
    for (const phone of [13800000001, '13800000001.0', ' 138 0000 0001', '+86 138-0000-0001'])
      assert.deepEqual(phonesOf(phone), ['13800000001']);
    assert.deepEqual(phonesOf('13800000001/0546-8123456'), ['13800000001', '05468123456']);
    for (const nothing of ['无', '—', '-', ' 暂无 ', '--']) {
      assert.deepEqual(phonesOf(nothing), []);
      assert.deepEqual(sharesOf(nothing), []);
      assert.deepEqual(namesOf(nothing), []);
    }
    // Whose number comes second keeps it.
    assert.deepEqual(phonesOf('无、13800000001、—'), [null, '13800000001']);
    for (const [sum, is] of [
      [{ 1: '合 计', 5: 9_600 }, true],
      [{ 1: 12, 2: '3号楼小计：', 5: { formula: true } }, true],
      [{ 1: '安澜里', 2: '总计（120户）' }, true],
      [{ 1: '安澜里', 2: '3号楼', 4: '302', 6: '合计' }, false],
    ] as [Record<number, Cell>, boolean][])
      assert.equal(isSum({ cells: sum }), is);
    for (const share of ['1/2', '50%', '0.5', 0.5, '５０％'])
      assert.deepEqual(sharesOf(share), [{ numerator: 1, denominator: 2 }]);
    assert.deepEqual(sharesOf('33.33%'), [{ numerator: 3333, denominator: 10000 }]);
    assert.deepEqual(sharesOf('共同共有'), [null]);
    for (const bad of ['150%', '3/2', '0', '一半', { wall: '2026-01-02T00:00:00' }])
      assert.throws(() => sharesOf(bad as Cell));
  });

  it('says of each row what is wrong, where it stands and what would be right', () => {
    const { errors, missing } = read(
      ['安澜里', '3号楼', '1单元', 301, '89.5㎡', '张三', 13800000001, '1/2'],
      ['安澜里', '3号楼', '1单元', 301, '', '李四', '', '1/2'],
      ['安澜里', '3号楼', '1', '302', { formula: true }, '王五'],
      ['安澜里', '9号楼', '1', '302', 80, '王五'],
      ['', '3号楼', '1', '303', 80, '王五'],
      ['安澜里', '3号楼', '', '304', 80, '王五'],
      ['安澜里', '3号楼', '2', '401', '', '王五', '1380000'],
      ['安澜里', '3号楼', '2', '402', '很大', '王五', '', '80%'],
      ['安澜里', '3号楼', '2', '402', '', '赵六', '', '30%'],
      ['安澜里', '3号楼', '1', '301', 89.5, '孙七'],
      ['安澜里', '4号楼', '', '101', 60, '周八、周八'],
      ['安澜里', '4号楼', '', '102', 60, '吴九', '', '1/2'],
      ['安澜里', '4号楼', '', '102', 61, '郑十'],
    );
    assert.deepEqual(errors.slice(0, 2), ['', '']);
    assert.match(errors[2] as string, /「建筑面积」（E4）是公式/);
    assert.match(errors[3] as string, /没有「安澜里 9号楼」这栋楼/);
    assert.deepEqual(missing, [{ estate: '安澜里', building: '9号楼', rows: 1 }]);
    assert.match(errors[4] as string, /有 2 个小区都有/);
    assert.match(errors[5] as string, /「单元」没有填/);
    assert.match(errors[6] as string, /「联系电话」（G8）「1380000」不是.*「建筑面积」（E8）没有填/);
    assert.match(errors[7] as string, /「建筑面积」（E9）不是数字/);
    assert.match(errors[8] as string, /超过了 100%/);
    assert.match(errors[9] as string, /和第 2 行是同一户/);
    assert.match(errors[10] as string, /「周八」在这一户里写了两次/);
    assert.match(errors[12] as string, /建筑面积.*不一样.*有的写了有的没写/s);
  });
});

const homeArb = fc.record({
  building: fc.constantFrom('3号楼', '4号楼'),
  room: fc.constantFrom('101', '102', '201', '202'),
  area: fc.integer({ min: 1, max: 30_000 }),
  owners: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('张三', '李四', '王五', '赵六'),
      phone: fc.constantFrom('', '13800000001', '13800000002'),
    }),
    { selector: ({ name }) => name, maxLength: 3 },
  ),
});
const ledgerArb = fc.uniqueArray(homeArb, {
  selector: ({ building, room }) => building + room,
  maxLength: 8,
});

function homesOf(
  ledger: { building: string; room: string; area: number; owners: { name: string; phone: string }[] }[],
) {
  const rows = ledger.flatMap(({ building, room, area, owners }) =>
    (owners.length === 0 ? [{ name: '', phone: '' }] : owners).map(({ name, phone }) => [
      ...['安澜里', building, '1', room, area / 100, name, phone],
    ]),
  );
  if (rows.length === 0) return [];
  const { homes, errors } = read(...rows);
  assert.deepEqual(
    errors.filter((error) => error !== '' && !/写上各行的产权人/.test(error)),
    [],
  );
  return homes;
}

/** What writing a plan leaves behind, in memory. */
function written(register: Map<string, KnownHome>, changes: readonly HomeChange[]): Map<string, KnownHome> {
  const after = new Map(register);
  for (const { home, known, facts, newOwners, changedOwners, endedOwners } of changes) {
    const entranceId = home.entranceId ?? 'new';
    const kept = (known?.owners ?? [])
      .filter((owner) => !endedOwners.includes(owner))
      .map((owner) => {
        const change = changedOwners.find((one) => one.known === owner);
        if (change === undefined) return owner;
        const phoneIndex = change.phone === undefined ? owner.phoneIndex : indexOf(change.phone);
        return { ...owner, phoneIndex, share: change.share };
      });
    const added = newOwners.map(({ name, ownerKind, phone, share }) => ({
      ...{ id: name, name, ownerKind, share },
      phoneIndex: phone === null ? null : indexOf(phone),
    }));
    const id = known?.id ?? home.label;
    after.set(doorOf(entranceId, home.room), {
      id,
      entranceId,
      room: home.room,
      ...facts,
      owners: [...kept, ...added],
    });
  }
  return after;
}

describe('a plan', () => {
  it('changes nothing when its file comes again, whatever stood in the register before', () => {
    fc.assert(
      fc.property(ledgerArb, ledgerArb, (before, file) => {
        const inOne = (ledger: typeof file) =>
          homesOf(ledger).map((home) => ({ ...home, entranceId: home.buildingId }));
        const first = written(new Map(), planHomes(inOne(before), new Map(), indexOf));
        const homes = inOne(file);
        const plan = planHomes(homes, first, indexOf);
        const second = written(first, plan);
        assert.deepEqual(planHomes(homes, second, indexOf).filter(changesAnything), []);
        for (const [door, home] of first)
          if (!homes.some((one) => doorOf(one.buildingId, one.room) === door))
            assert.equal(second.get(door), home);
      }),
      { seed: 17, numRuns: 150 },
    );
  });

  it('keeps who stays, ends who is not named any more and leaves alone what the file does not say', () => {
    const half = { numerator: 1, denominator: 2 };
    const owner = (name: string, phoneIndex: string | null) => ({
      ...{ id: name, name, ownerKind: 'person' as const, phoneIndex, share: half },
    });
    const home: KnownHome = {
      ...{ id: 'h', entranceId: 'a3-1', room: '301', floor: 3, usage: 'shop', floorArea: 8950 },
      ...{ titleNumber: 'T-1', owners: [owner('张三', '#13800000001'), owner('李四', null)] },
    };
    const register = new Map([[doorOf('a3-1', '301'), home]]);
    const plan = (...rows: Cell[][]) => planHomes(read(...rows).homes, register, indexOf)[0] as HomeChange;
    assert.equal(changesAnything(plan(['安澜里', '3号楼', '1', '301', 89.5])), false);
    const same = plan(['安澜里', '3号楼', '1', '301', 89.5, '李四、张三']);
    assert.equal(changesAnything(same), false);
    const sold = plan(['安澜里', '3号楼', '1', '301', 89.5, '王五', 13900000001]);
    assert.deepEqual(
      sold.endedOwners.map(({ name }) => name),
      ['张三', '李四'],
    );
    assert.deepEqual(sold.newOwners[0]?.share, { numerator: 1, denominator: 1 });
    const called = plan(['安澜里', '3号楼', '1', '301', 89.5, '李四、张三', '13700000001、13800000001']);
    assert.deepEqual(
      called.changedOwners.map(({ known, phone }) => [known.name, phone]),
      [['李四', '13700000001']],
    );
  });
});

describe('owners by title', () => {
  const person = (name: string, phoneIndex: string | null = null, personId: string | null = null) => ({
    ...{ name, ownerKind: 'person' as OwnerKind, phoneIndex, personId },
  });
  const flat = (...owners: ReturnType<typeof person>[]): CountedHome => ({ floorArea: 100, owners });

  it('count a buyer of several homes once, co-owners together once, a developer once, and a mere name never twice as one', () => {
    const developer = { ...person('某房地产开发有限公司'), ownerKind: 'developer' as const };
    const count = (...homes: CountedHome[]) => countOwners(homes).owners;
    assert.equal(count(flat(person('张三', '#1')), flat(person('张三', '#1'))), 1);
    assert.equal(count(flat(person('张三', '#1')), flat(person('李四', '#1'))), 2);
    assert.equal(
      count(flat(person('张三', '#1', 'p')), flat(person('张三', '#2', 'p')), flat(person('张三', '#2'))),
      1,
    );
    assert.equal(count(flat(person('张三')), flat(person('张三'))), 2);
    assert.equal(count(flat(person('张三', '#1'), person('李四', '#2'))), 1);
    assert.equal(count(flat(person('张三', '#1'), person('李四', '#2')), flat(person('张三', '#1'))), 2);
    assert.equal(count(flat({ ...developer }), flat({ ...developer }), flat()), 1);
  });

  it('never depend on the order of homes, never outnumber them, and areas always add up', () => {
    const ownerArb = fc.record({
      name: fc.constantFrom('张三', '李四', '王五'),
      ownerKind: fc.constantFrom('person' as const, 'developer' as const, 'organisation' as const),
      phoneIndex: fc.constantFrom(null, '#1', '#2'),
      personId: fc.constantFrom(null, 'p1', 'p2'),
    });
    const homesArb = fc.array(
      fc.record({ floorArea: fc.option(fc.nat(30_000)), owners: fc.array(ownerArb, { maxLength: 3 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(homesArb, (homes) => {
        const counted = countOwners(homes);
        assert.deepEqual(countOwners([...homes].reverse()), counted);
        assert.ok(counted.owners + counted.withoutOwner <= homes.length);
        assert.equal(
          counted.floorArea,
          homes.reduce((all, { floorArea }) => all + (floorArea ?? 0), 0),
        );
        assert.equal(countOwners([...homes, ...structuredClone(homes)]).owners >= counted.owners, true);
      }),
      { seed: 18, numRuns: 200 },
    );
  });

  it('add shares up exactly', () => {
    const third = { numerator: 1, denominator: 3 };
    assert.equal(sumAgainstWhole([third, third, third]), 0);
    assert.equal(sumAgainstWhole([third, third]), -1);
    assert.equal(sumAgainstWhole([third, third, { numerator: 3334, denominator: 10000 }]), 1);
  });
});

describe('the file with the mistakes', () => {
  it('is made of the largest ledger as of a small one, with one column more', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      number: at + 1,
      cells: Object.fromEntries(Array.from({ length: 15 }, (_column, i) => [i + 1, `${at}`])) as Record<
        number,
        Cell
      >,
    }));
    const [header] = rows;
    assert.ok(header);
    const made = problemSheet({ sheet: { name: null, rows }, header }, new Map([[2, ['号码少一位']]]));
    assert.equal(made.columns.length, 16);
    assert.deepEqual([made.rows.length, made.rows[0]?.at(-1), made.marked], [9_999, '号码少一位', [0]]);
  });
});
