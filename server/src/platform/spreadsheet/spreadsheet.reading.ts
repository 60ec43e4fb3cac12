import { LIMITS } from '@linli/shared';
import ExcelJS from 'exceljs';
import type { Cell, SheetRow } from './spreadsheet.cells.js';
import { unpacksWithin } from './spreadsheet.zip.js';

/** Why a file was not read; the errors of the same names say it in words. */
export type ReadingRefusal = 'too-large' | 'old-format' | 'unreadable';

export type Reading = { rows: SheetRow[] } | { refused: ReadingRefusal };

/** Of all parts together, unpacked: two thousand rows of long texts come to a quarter of it. */
const UNPACKED_BYTES = 24 * 1024 * 1024;
const MOST_COLUMNS = 100;
/** What is read goes on where everybody else is served, so that no cell may be longer than a long text. */
const CELL_CHARS = 5_000;
/** One text can stand in every cell of a sheet and be packed only once. */
const SHEET_CHARS = 8_000_000;
/** Titles and notes may stand above the rows. */
const ROWS_ABOVE = 20;
/** How old .xls files begin, and new ones that were locked with a password. */
const OLD_FORMAT = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** What a cell does not need; some of it names millions of cells in a few bytes, and the library would make each one. */
const IGNORED = [
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'headerFooter',
  'hyperlinks',
  'legacyDrawing',
  'mergeCells',
  'picture',
  'rowBreaks',
  'tableParts',
];

/** Reads the first visible sheet of an .xlsx file. Runs where being stuck or out of memory hurts nobody else. */
export async function readSheet(file: Buffer): Promise<Reading> {
  if (file.subarray(0, OLD_FORMAT.length).equals(OLD_FORMAT)) return { refused: 'old-format' };
  const verdict = unpacksWithin(file, UNPACKED_BYTES);
  if (verdict !== 'fits') return { refused: verdict };
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer, { ignoreNodes: IGNORED });
  } catch {
    return { refused: 'unreadable' };
  }
  const sheet = workbook.worksheets.find(({ state }) => state === 'visible');
  if (sheet === undefined) return { refused: 'unreadable' };
  const rows: SheetRow[] = [];
  let chars = 0;
  sheet.eachRow((row, number) => {
    const cells = chars > SHEET_CHARS ? {} : cellsOf(row);
    for (const cell of Object.values(cells)) chars += typeof cell === 'string' ? cell.length : 0;
    if (Object.keys(cells).length > 0) rows.push({ number, cells });
  });
  const tooLarge = rows.length > LIMITS.spreadsheetRows + ROWS_ABOVE || chars > SHEET_CHARS;
  return tooLarge ? { refused: 'too-large' } : { rows };
}

function cellsOf(row: ExcelJS.Row): Record<number, Cell> {
  const cells: Record<number, Cell> = {};
  row.eachCell((cell, column) => {
    const read = column > MOST_COLUMNS ? null : cellOf(cell.value);
    if (read === null || read === '') return;
    cells[column] = typeof read === 'string' && read.length > CELL_CHARS ? { tooLong: true } : read;
  });
  return cells;
}

function cellOf(value: ExcelJS.CellValue): Cell | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? { broken: true } : { wall: value.toISOString().slice(0, 19) };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : cellOf(value.text);
  return 'error' in value ? { broken: true } : { formula: true };
}
