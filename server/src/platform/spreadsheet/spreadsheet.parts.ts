const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const ROW = Buffer.from('<row ');
const MERGE = Buffer.from('<mergeCell ');
const REF = /ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/;
/** Enough for the attributes of one merged range. */
const TAG_BYTES = 80;

/** What a file would come to in rows and merged cells, counted before the library makes an object of each. */
export class PartCounts {
  rows = 0;
  merged = 0;

  add(name: string, content: Buffer): void {
    if (!SHEET.test(name)) return;
    for (let at = content.indexOf(ROW); at !== -1; at = content.indexOf(ROW, at + ROW.length)) this.rows += 1;
    for (let at = content.indexOf(MERGE); at !== -1; at = content.indexOf(MERGE, at + MERGE.length))
      this.merged += cellsIn(content.toString('latin1', at, at + TAG_BYTES));
  }
}

/** What cannot be read counts as more than anybody merges. */
function cellsIn(tag: string): number {
  const [, left, top, right, bottom] = REF.exec(tag) ?? [];
  if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY;
  return (columnOf(right) - columnOf(left) + 1) * (Number(bottom) - Number(top) + 1);
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
