import ExcelJS from 'exceljs';
import { type SheetCaps, USUAL_CAPS } from './spreadsheet.caps.js';
import type { Cell, ReadSheet, SheetRow } from './spreadsheet.cells.js';
import { PartCounts } from './spreadsheet.parts.js';
import { type Column, HEADER_WITHIN_ROWS, headerOf } from './spreadsheet.table.js';
import { unpacksWithin } from './spreadsheet.zip.js';

/** Why a file was not read; the errors of the same names say it in words. */
export type ReadingRefusal = 'too-large' | 'old-format' | 'unreadable';

export type Reading = ReadSheet | { refused: ReadingRefusal };

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
  'picture',
  'rowBreaks',
  'tableParts',
];
const MERGES = 'mergeCells';
/** Of cells in merged ranges: more is a range over a whole sheet, and each would become an object. */
const MOST_MERGED = 300_000;
/** Rows that hold nothing but a format are written too; so many times as many as are read is somebody else's sheet. */
const EMPTY_ROWS_PER_ROW = 6;

/**
 * Reads the first visible sheet of an .xlsx file that has a table of these columns; where none has, the one that has most of
 * them. Runs where being stuck or out of memory hurts nobody else.
 */
export async function readSheet(
  file: Buffer,
  columns: readonly Column<string>[],
  caps: SheetCaps = USUAL_CAPS,
): Promise<Reading> {
  if (file.subarray(0, OLD_FORMAT.length).equals(OLD_FORMAT)) return { refused: 'old-format' };
  const parts = new PartCounts();
  const verdict = unpacksWithin(file, caps.unpackedBytes, (name, content) => parts.add(name, content));
  if (verdict !== 'fits') return { refused: verdict };
  if (parts.rows > (caps.rows + ROWS_ABOVE) * EMPTY_ROWS_PER_ROW) return { refused: 'too-large' };
  const ignoreNodes = caps.merged && parts.merged <= MOST_MERGED ? IGNORED : [...IGNORED, MERGES];
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer, { ignoreNodes });
  } catch {
    return { refused: 'unreadable' };
  }
  const sheets = workbook.worksheets.filter(({ state }) => state === 'visible');
  const sheet = sheetWith(columns, sheets);
  if (sheet === undefined) return { refused: 'unreadable' };
  const rows: SheetRow[] = [];
  let chars = 0;
  sheet.eachRow((row, number) => {
    const cells = chars > SHEET_CHARS ? {} : cellsOf(row);
    for (const cell of Object.values(cells)) chars += typeof cell === 'string' ? cell.length : 0;
    if (Object.keys(cells).length > 0) rows.push({ number, cells });
  });
  const tooLarge = rows.length > caps.rows + ROWS_ABOVE || chars > SHEET_CHARS;
  return tooLarge ? { refused: 'too-large' } : { name: sheets.length > 1 ? sheet.name : null, rows };
}

/** Many begin with a sheet that explains the others. */
function sheetWith(
  columns: readonly Column<string>[],
  sheets: readonly ExcelJS.Worksheet[],
): ExcelJS.Worksheet | undefined {
  if (sheets.length < 2) return sheets[0];
  const headers = sheets.map((sheet) => ({ sheet, header: headerOf(topOf(sheet), columns) }));
  const whole = headers.find(({ header }) => header.missing.length === 0);
  const [most] = headers.sort((one, other) => other.header.found.length - one.header.found.length);
  return (whole ?? most)?.sheet;
}

function topOf(sheet: ExcelJS.Worksheet): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    const cells = rows.length < HEADER_WITHIN_ROWS ? cellsOf(row) : {};
    if (Object.keys(cells).length > 0) rows.push({ number, cells });
  });
  return rows;
}

function cellsOf(row: ExcelJS.Row): Record<number, Cell> {
  const cells: Record<number, Cell> = {};
  row.eachCell((cell, column) => {
    // A value merged to the side stands in its first column only; merged downwards it is each row's.
    const aside = cell.isMerged && Number(cell.master.col) !== column;
    const read = column > MOST_COLUMNS || aside ? null : cellOf(cell.value);
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
