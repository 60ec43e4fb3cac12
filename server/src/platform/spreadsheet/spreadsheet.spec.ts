import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LIMITS } from '@linli/shared';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { USUAL_CAPS } from './spreadsheet.caps.js';
import { CellProblem, momentOf, textOf, wallTimeOf } from './spreadsheet.cells.js';
import { readSheet } from './spreadsheet.reading.js';
import { type Column, readTable } from './spreadsheet.table.js';
import { writeSheet } from './spreadsheet.writing.js';
import { unpacksWithin } from './spreadsheet.zip.js';
import { Spreadsheets } from './spreadsheets.js';
import { zipOf } from './zips.fixture.js';

async function fileOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('表'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
const sheetOf = async (file: Buffer) => {
  const reading = await readSheet(file, COLUMNS);
  assert.ok('rows' in reading, JSON.stringify(reading));
  return reading;
};
const COLUMNS: readonly Column<'number' | 'phone'>[] = [
  { key: 'number', names: ['编号', '工单编号'], required: true },
  { key: 'phone', names: ['电话'] },
];

describe('a sheet', () => {
  it('is read below its titles, by the names of its columns, and whatever kind its cells are', async () => {
    const file = await fileOf((sheet) => {
      sheet.addRow(['某市热线工单（第 3 期）']);
      sheet.mergeCells('A1:C1');
      sheet.addRow([]);
      sheet.addRow(['序号', '* 工单编号：', '电 话（必填）', '时间']);
      sheet.addRow([1, 'A-1', 13800000001, new Date(Date.UTC(2026, 0, 31, 18, 30))]);
      sheet.addRow([2, { richText: [{ text: 'A-' }, { text: '2' }] }, ' 0531-88886666 ', '2026年1月31日']);
      sheet.addRow([null, '  ', null]);
      sheet.addRow([3, { formula: '1+1', result: 2 }, { error: '#REF!' }]);
      sheet.getCell('A5').dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] };
    });
    const [first, second, third, ...more] = readTable(await sheetOf(file), COLUMNS);
    assert.equal(more.length, 0);
    assert.equal(first?.number, 4);
    assert.equal(textOf(first?.cells.phone), '13800000001');
    assert.equal(textOf(second?.cells.number), 'A-2');
    assert.equal(textOf(second?.cells.phone), '0531-88886666');
    for (const key of ['number', 'phone'] as const)
      assert.throws(() => textOf(third?.cells[key]), CellProblem);
  });

  it('without its columns, with one of them twice or without rows says which', () => {
    const sheet = (...rows: string[][]) => ({
      name: null,
      rows: rows.map((cells, at) => ({
        number: at + 1,
        cells: Object.fromEntries(cells.map((cell, column) => [column + 1, cell])),
      })),
    });
    assert.throws(() => readTable(sheet(['电话'], ['1']), COLUMNS), /编号/);
    assert.throws(() => readTable(sheet(), COLUMNS), /编号/);
    assert.throws(() => readTable(sheet(['编号', '工单编号'], ['1', '2']), COLUMNS), /两列/);
    assert.throws(() => readTable(sheet(['编号']), COLUMNS), /没有内容/);
  });

  it('is found behind those that explain it, and named where it is one of several', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('说明').addRow(['请在「台账」里填写，编号不能空']);
    workbook.addWorksheet('藏起来的', { state: 'hidden' }).addRows([['编号'], ['B-1']]);
    const ledger = workbook.addWorksheet('台账');
    ledger.addRows([['电话'], ['0531-88886666']]);
    const read = async () => sheetOf(Buffer.from(await workbook.xlsx.writeBuffer()));
    const without = await read();
    assert.equal(without.name, '台账');
    assert.throws(() => readTable(without, COLUMNS), /「台账」这张表里没有找到这几列：编号/);
    ledger.spliceRows(1, 1, ['电话', '编号']);
    ledger.getCell('B2').value = 'A-1';
    workbook.addWorksheet('去年的').addRows([['编号'], ['C-1']]);
    const [row] = readTable(await read(), COLUMNS);
    assert.deepEqual(row?.cells, { phone: '0531-88886666', number: 'A-1' });
  });

  it('is written as text and read back as it was, formulas and control characters harmless', async () => {
    const words = ['=1+1', '+86', '-1', '@SUM(A1)', '一行\n两行', 'a\u0000b\ud800c'];
    const file = await writeSheet({
      name: '表',
      columns: [{ title: '编号', width: 10 }],
      rows: words.map((word) => [word]),
    });
    const rows = readTable(await sheetOf(Buffer.from(file)), COLUMNS);
    const back = rows.map(({ cells }) => textOf(cells.number));
    assert.deepEqual(back, [...words.slice(0, -1), 'abc']);
  });

  it('that is something else, or too much, is refused', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    assert.deepEqual(await readSheet(old, COLUMNS), { refused: 'old-format' });
    for (const other of [
      Buffer.from('编号,电话\n1,2'),
      Buffer.alloc(0),
      Buffer.alloc(5_000, 1),
      zipOf({ x: 'y' }),
    ])
      assert.deepEqual(await readSheet(other, COLUMNS), { refused: 'unreadable' });
    const cut = (await fileOf((sheet) => sheet.addRow(['编号']))).subarray(0, -30);
    assert.deepEqual(await readSheet(cut, COLUMNS), { refused: 'unreadable' });
    const long = await fileOf((sheet) => {
      for (let row = 0; row < LIMITS.spreadsheetRows + 50; row++) sheet.addRow([row]);
    });
    assert.deepEqual(await readSheet(long, COLUMNS), { refused: 'too-large' });
  });
});

describe('a hostile sheet', () => {
  /** What is read on the thread that serves everybody must not take the time a text is long. */
  const within = async (ms: number, work: () => unknown) => {
    const began = performance.now();
    await work();
    const took = Math.round(performance.now() - began);
    assert.ok(took < ms, `took ${took} ms`);
  };

  it('of long headings and endless moments holds nobody up', async () => {
    const gap = `2026-01-01 1:${' '.repeat(250)}x`;
    const file = await fileOf((sheet) => {
      for (let row = 0; row < 20; row++) sheet.addRow(Array(70).fill('('.repeat(4_900)));
      sheet.addRow(['编号', '时间', '('.repeat(30_000)]);
      sheet.addRow([gap, gap]);
    });
    const { name, rows } = await sheetOf(file);
    assert.deepEqual(rows.at(-2)?.cells[3], { tooLong: true });
    assert.throws(() => textOf({ tooLong: true }), /太长/);
    const headings = rows.map((row) => ({ ...row, cells: { 1: '编号', ...row.cells } }));
    await within(500, () => assert.throws(() => readTable({ name, rows: headings.slice(0, 20) }, COLUMNS)));
    await within(500, () => assert.throws(() => momentOf(rows.at(-1)?.cells[1], 'begins'), CellProblem));
    await within(500, () => readTable({ name, rows: rows.slice(-2) }, COLUMNS));
  });

  it('that unfolds one text in every cell is too large', async () => {
    const file = await fileOf((sheet) => {
      for (let row = 0; row < 170; row++) sheet.addRow(Array(10).fill('长'.repeat(5_000)));
    });
    assert.ok(file.length < 100_000);
    assert.deepEqual(await readSheet(file, COLUMNS), { refused: 'too-large' });
  });
});

describe('a machine that is too busy', () => {
  it('says nothing against the file', async () => {
    const file = await fileOf((sheet) => sheet.addRow(['编号']));
    const reading = new Spreadsheets().read(file, COLUMNS, { ...USUAL_CAPS, ms: 1 });
    await assert.rejects(reading, { code: 'spreadsheet/too-slow', status: 503 });
  });
});

describe('a zip', () => {
  it('is measured by what comes out of it, whatever it says of itself', () => {
    const bomb = zipOf({ 'sheet.xml': 'a'.repeat(30_000_000) }, { says: 10 });
    assert.ok(bomb.length < 40_000);
    assert.equal(unpacksWithin(bomb, 1_000_000), 'too-large');
    assert.equal(unpacksWithin(bomb, 40_000_000), 'fits');
  });

  it('of any bytes is judged without falling over', () => {
    const whole = zipOf({ 'sheet.xml': 'abcabcabc' });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        assert.ok(['fits', 'too-large', 'unreadable'].includes(unpacksWithin(broken, 1_000)));
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe('a moment in a cell', () => {
  it('is Shanghai’s, however it is written', () => {
    const evening = '2026-01-31T10:05:00.000Z';
    for (const text of [
      '2026-01-31 18:05',
      '2026/1/31 18:05:00',
      '2026.01.31T18:05',
      '2026年1月31日 18时05分',
    ])
      assert.equal(momentOf(text, 'ends')?.toISOString(), evening, text);
    assert.equal(momentOf({ wall: '2026-01-31T18:05:00' }, 'ends')?.toISOString(), evening);
    for (const day of ['2026-01-31', { wall: '2026-01-31T00:00:00' }]) {
      assert.equal(momentOf(day, 'begins')?.toISOString(), '2026-01-30T16:00:00.000Z');
      assert.equal(momentOf(day, 'ends')?.toISOString(), '2026-01-31T15:59:00.000Z');
    }
    assert.equal(momentOf(undefined, 'ends'), null);
    for (const no of ['2026-02-30', '2026-01-31 25:00', '三天后', 46053, '31/01/2026'])
      assert.throws(() => momentOf(no, 'ends'), CellProblem, String(no));
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
        (date) => {
          const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
          assert.equal(momentOf(wallTimeOf(minute), 'begins')?.getTime(), minute.getTime());
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it('and a number so long that it was rounded are not taken for what was typed', () => {
    assert.throws(() => textOf(2.0261122e16), CellProblem);
    assert.equal(textOf(202_611_220_001), '202611220001');
  });
});
