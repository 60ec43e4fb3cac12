import {
  type Cell,
  type ReadSheet,
  type SheetRow,
  textOf,
} from '../../../platform/spreadsheet/spreadsheet.cells.js';
import type { NewSheet } from '../../../platform/spreadsheet/spreadsheet.writing.js';

const PROBLEMS = '问题';

/**
 * The sheet as it was sent, every row and column where it was, with what is wrong in a last column: a mistake is named by its
 * cell, and it is mended in this very file, which is then sent again.
 */
export function problemSheet(
  { sheet, header }: { sheet: ReadSheet; header: SheetRow },
  problems: ReadonlyMap<number, string[]>,
): NewSheet {
  const widest = widestOf(sheet.rows);
  // A file that was mended and sent again has that column already.
  const before = Object.keys(header.cells).find((at) => shown(header.cells[Number(at)]) === PROBLEMS);
  const last = before === undefined ? widest + 1 : Number(before);
  const columns = Array.from({ length: Math.max(last, widest) }, (_, at) => at + 1);
  const rows = sheet.rows.filter(({ number }) => number !== header.number);
  return {
    name: '要改的地方',
    columns: columns.map((at) =>
      at === last ? { title: PROBLEMS, width: 60 } : { title: shown(header.cells[at]), width: 14 },
    ),
    rows: rows.map(({ number, cells }) =>
      columns.map((at) => {
        if (at !== last) return shown(cells[at]);
        return number < header.number ? shown(cells[at]) : (problems.get(number) ?? []).join('；');
      }),
    ),
    standing: { header: header.number, rows: rows.map(({ number }) => number) },
    marked: rows.flatMap(({ number }, at) => (problems.has(number) ? [at] : [])),
  };
}

/** The number of the last column in which anything stands. A ledger has more cells than a call takes arguments. */
function widestOf(rows: readonly { cells: Readonly<Record<number, unknown>> }[]): number {
  let widest = 0;
  for (const { cells } of rows) for (const at of Object.keys(cells)) widest = Math.max(widest, Number(at));
  return widest;
}

/** What cannot be read out of a cell is left empty: it has to be written anew anyway. */
function shown(cell: Cell | undefined): string {
  try {
    return textOf(cell);
  } catch {
    return '';
  }
}
