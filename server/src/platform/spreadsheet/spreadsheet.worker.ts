import { parentPort, workerData } from 'node:worker_threads';
import type { SheetCaps } from './spreadsheet.caps.js';
import { readSheet } from './spreadsheet.reading.js';
import type { Column } from './spreadsheet.table.js';
import { type NewSheet, writeSheet } from './spreadsheet.writing.js';

/** What one thread is started for. */
export type SpreadsheetWork =
  | { read: Uint8Array; columns: readonly Column<string>[]; caps: SheetCaps }
  | { write: NewSheet };

const work = workerData as SpreadsheetWork;
parentPort?.postMessage(
  'read' in work
    ? await readSheet(Buffer.from(work.read), work.columns, work.caps)
    : await writeSheet(work.write),
);
