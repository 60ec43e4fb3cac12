import type { Cell, ReadSheet, SheetRow } from './spreadsheet.cells.js';
import { columnsMissing, columnTwice, rowsMissing } from './spreadsheet.errors.js';

/** One column that a table may have: the names it goes by, the usual one first. */
export interface Column<Key extends string> {
  key: Key;
  names: readonly [string, ...string[]];
  required?: boolean;
}

/** One row below the header; what the row does not have is absent. */
export interface TableRow<Key extends string> {
  number: number;
  cells: Partial<Record<Key, Cell>>;
}

/** Titles, notes and the like that people put above a table. */
export const HEADER_WITHIN_ROWS = 20;
/** What is longer names no column. */
const HEADING_CHARS = 40;

/** A table as it was found on a sheet. */
export interface FoundTable<Key extends string> {
  header: SheetRow;
  /** Which column of the sheet each key is, counted from 1; what the sheet does not have is absent. */
  at: Partial<Record<Key, number>>;
  rows: TableRow<Key>[];
}

export function readTable<Key extends string>(
  sheet: ReadSheet,
  columns: readonly Column<Key>[],
): TableRow<Key>[] {
  return findTable(sheet, columns).rows;
}

/** Finds the header by the names people give these columns, wherever it stands, and reads what is below it. */
export function findTable<Key extends string>(
  { name, rows }: ReadSheet,
  columns: readonly Column<Key>[],
): FoundTable<Key> {
  const { row: header, found, missing } = headerOf(rows, columns);
  if (header === undefined || missing.length > 0)
    throw columnsMissing({ sheet: name, names: missing.map(({ names }) => names[0]) });
  const twice = found.find((one, at) => found.findIndex(({ column }) => column === one.column) !== at);
  if (twice !== undefined) throw columnTwice({ name: twice.column.names[0] });
  const below = rows.filter(({ number }) => number > header.number);
  const table = below.map(({ number, cells }) => ({
    number,
    cells: Object.fromEntries(
      found.flatMap(({ column, at }) => {
        const cell = cells[at];
        return cell === undefined || (typeof cell === 'string' && cell.trim() === '')
          ? []
          : [[column.key, cell]];
      }),
    ) as Partial<Record<Key, Cell>>,
  }));
  const filled = table.filter(({ cells }) => Object.keys(cells).length > 0);
  if (filled.length === 0) throw rowsMissing();
  const at = Object.fromEntries(found.map((one) => [one.column.key, one.at])) as FoundTable<Key>['at'];
  return { header, at, rows: filled };
}

/** The row that names most of these columns, and which of those that there must be it does not name. */
export function headerOf<Key extends string>(rows: readonly SheetRow[], columns: readonly Column<Key>[]) {
  const headers = rows.slice(0, HEADER_WITHIN_ROWS).map((row) => ({ row, found: headingsOf(row, columns) }));
  const [best] = headers.sort((one, other) => other.found.length - one.found.length);
  const found = best?.found ?? [];
  const missing = columns.filter(
    ({ key, required }) => required && !found.some(({ column }) => column.key === key),
  );
  return { row: best?.row, found, missing };
}

function headingsOf<Key extends string>({ cells }: SheetRow, columns: readonly Column<Key>[]) {
  return Object.entries(cells).flatMap(([at, cell]) => {
    const name = typeof cell === 'string' && cell.length <= HEADING_CHARS ? plain(cell) : '';
    // 「业主/产权人」 is either.
    const column = columns.find(({ names }) => name.split('/').some((part) => names.includes(part)));
    return column === undefined ? [] : [{ column, at: Number(at) }];
  });
}

/** 「* 联系电话（必填）：」 is 「联系电话」. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s*:]/g, '');
}
