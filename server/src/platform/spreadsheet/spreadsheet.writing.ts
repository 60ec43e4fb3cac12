import ExcelJS from 'exceljs';

/** A sheet to be written: everything in it is text. */
export interface NewSheet {
  name: string;
  columns: { title: string; width: number }[];
  rows: string[][];
  /** Rows that ask to be looked at, counted from 0. */
  marked?: number[];
}

/** Light enough to read black words on. */
const MARK = 'FFFFE2DD';

/**
 * Writes every cell as text, so that what begins with = + - @ stays what somebody wrote and never becomes a formula.
 * What XML cannot hold is left out.
 */
export async function writeSheet({ name, columns, rows, marked }: NewSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, width }) => ({
    header: title,
    width,
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(printable));
  for (const at of marked ?? []) {
    // Below the header.
    sheet.getRow(at + 2).eachCell({ includeEmpty: true }, (cell) => {
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: MARK } };
    });
  }
  if (marked !== undefined)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not get into the file.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
