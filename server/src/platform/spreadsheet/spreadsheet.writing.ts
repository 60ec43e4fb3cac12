import ExcelJS from 'exceljs';

/** A sheet to be written: everything in it is text. */
export interface NewSheet {
  name: string;
  columns: { title: string; width: number }[];
  rows: string[][];
}

/**
 * Writes every cell as text, so that what begins with = + - @ stays what somebody wrote and never becomes a formula.
 * What XML cannot hold is left out.
 */
export async function writeSheet({ name, columns, rows }: NewSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, width }) => ({
    header: title,
    width,
    style: { numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(printable));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must not get into the file.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
