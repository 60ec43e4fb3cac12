import ExcelJS from 'exceljs';

/** A sheet to be written: everything in it is text. */
export interface NewSheet {
  name: string;
  columns: { title: string; width: number }[];
  rows: string[][];
  /** The numbers of the header and of each row, from 1, where they are to stand as on another sheet; else one below the other. */
  standing?: { header: number; rows: readonly number[] };
  /** Rows that ask to be looked at, counted from 0. */
  marked?: number[];
}

/** Light enough to read black words on. */
const MARK = 'FFFFE2DD';
/** With more rows held in place there is no room below them on a small screen. */
const MOST_FROZEN = 5;

/**
 * Writes every cell as text, so that what begins with = + - @ stays what somebody wrote and never becomes a formula.
 * What XML cannot hold is left out.
 */
export async function writeSheet({ name, columns, rows, standing, marked }: NewSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const header = standing?.header ?? 1;
  const numberOf = (at: number) => standing?.rows[at] ?? at + header + 1;
  const ySplit = header > MOST_FROZEN ? 0 : header;
  const sheet = workbook.addWorksheet(name, ySplit > 0 ? { views: [{ state: 'frozen', ySplit }] } : {});
  sheet.columns = columns.map(({ width }) => ({
    width,
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  }));
  const headings = sheet.getRow(header);
  headings.values = columns.map(({ title }) => printable(title));
  headings.font = { bold: true };
  for (const [at, row] of rows.entries()) {
    const written = sheet.getRow(numberOf(at));
    written.values = row.map(printable);
    // What stands above a table goes on to the side instead of growing tall in its first column.
    if (written.number < header) written.alignment = { wrapText: false };
  }
  for (const at of marked ?? []) {
    sheet.getRow(numberOf(at)).eachCell({ includeEmpty: true }, (cell) => {
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: MARK } };
    });
  }
  if (marked !== undefined)
    sheet.autoFilter = { from: { row: header, column: 1 }, to: { row: header, column: columns.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not get into the file.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
