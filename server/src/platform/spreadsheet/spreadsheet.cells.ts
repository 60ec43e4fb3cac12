/** One cell as it was written, with nothing read into it yet. */
export type Cell =
  | string
  | number
  | boolean
  /** A date and time as they stand on the wall: a spreadsheet knows no time zone. */
  | { wall: string }
  /** What a formula once gave is not what is written there. */
  | { formula: true }
  | { broken: true }
  /** More than anybody writes into a cell: it was not even taken over. */
  | { tooLong: true };

/** A row that holds anything, by its number on the sheet; cells by their column, counted from 1. */
export interface SheetRow {
  number: number;
  cells: Record<number, Cell>;
}

/** What was read of a workbook. */
export interface ReadSheet {
  /** Of the sheet that was read, where people see several: they have to know which. */
  name: string | null;
  rows: SheetRow[];
}

/** What cannot be read out of a cell, in words that go after the column's name. */
export class CellProblem extends Error {}

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** From here on a spreadsheet rounds a number, so that its last digits are no longer what was typed. */
const ROUNDED_FROM = 1e15;
/** Matched against any length, the gaps below could be shared out in so many ways that the process would stand still. */
const MOMENT_CHARS = 40;
const WALL_TIME =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})\s*[:：时点]\s*(\d{1,2})?\s*分?(?:\s*[:：]?\s*(\d{1,2})(?:\.\d+)?\s*秒?)?)?$/;

/** What a person would read there; empty where there is nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.normalize('NFC').trim();
  if (typeof cell === 'number') {
    if (Math.abs(cell) >= ROUNDED_FROM)
      throw new CellProblem('是很长的数字，表格已经改掉了后几位，请把这一列设成文本再填');
    return String(cell);
  }
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if ('wall' in cell) return cell.wall.replace('T', ' ');
  if ('tooLong' in cell) throw new CellProblem('太长了，请删短');
  throw new CellProblem('formula' in cell ? '是公式，请改成直接写的内容' : '里有错误值，请改正');
}

/** A moment of Shanghai's clock; one without a time is the day's beginning, or its end. Null where there is nothing. */
export function momentOf(cell: Cell | undefined, withoutTime: 'begins' | 'ends'): Date | null {
  const text = textOf(cell);
  if (text === '') return null;
  const found = typeof cell === 'number' || text.length > MOMENT_CHARS ? null : WALL_TIME.exec(text);
  if (found === null) throw new CellProblem('看不懂，请写成 2026-01-31 18:00 这样');
  const [year, month, day, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part))) as [number, number, number, ...number[]];
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || hour > 23 || minute > 59 || second > 59)
    throw new CellProblem('不是真有的日期，请改正');
  const dayOnly = found[4] === undefined || (typeof cell === 'object' && hour + minute + second === 0);
  if (dayOnly && withoutTime === 'ends') return new Date(midnight + DAY_MS - 60_000 - SHANGHAI_MS);
  return new Date(midnight + ((hour * 60 + minute) * 60 + second) * 1_000 - SHANGHAI_MS);
}

/** A moment as it is written into a sheet: `2026-01-31 18:00`, Shanghai's clock. */
export function wallTimeOf(moment: Date): string {
  return new Date(moment.getTime() + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');
}
