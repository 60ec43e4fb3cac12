import ExcelJS from 'exceljs';

export type CellValue = string | number | Date | { formula: string; result: number } | null;

/** An .xlsx file of these rows, with these ranges merged. */
export async function sheetOf(rows: CellValue[][], merged: string[] = []): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('工单');
  for (const row of rows) sheet.addRow(row);
  for (const range of merged) sheet.mergeCells(range);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What stands in the cells of an .xlsx file, and whether any of it is a formula. */
export async function cellsOf(file: ArrayBuffer): Promise<{ rows: string[][]; formulas: number }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file);
  const rows: string[][] = [];
  let formulas = 0;
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.formula) formulas += 1;
      cells.push(cell.text);
    });
    rows.push(cells);
  });
  return { rows, formulas };
}

/** An upload as the console sends it: the id before the file. */
export function uploadOf(id: string, file: Uint8Array, name = 'orders.xlsx'): FormData {
  const form = new FormData();
  form.set('id', id);
  form.set('file', new Blob([new Uint8Array(file)]), name);
  return form;
}
