import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { ProblemError } from '../http/problem.js';
import { type SheetCaps, USUAL_CAPS } from './spreadsheet.caps.js';
import type { ReadSheet } from './spreadsheet.cells.js';
import {
  spreadsheetOldFormat,
  spreadsheetTooLarge,
  spreadsheetTooSlow,
  spreadsheetUnreadable,
} from './spreadsheet.errors.js';
import type { Reading, ReadingRefusal } from './spreadsheet.reading.js';
import type { Column } from './spreadsheet.table.js';
import type { SpreadsheetWork } from './spreadsheet.worker.js';
import type { NewSheet } from './spreadsheet.writing.js';

const WORKER = new URL('./spreadsheet.worker.js', import.meta.url);

const REFUSALS: Record<ReadingRefusal, (caps: SheetCaps) => ProblemError> = {
  'too-large': spreadsheetTooLarge,
  'old-format': () => spreadsheetOldFormat(),
  unreadable: () => spreadsheetUnreadable(),
};

/** Excel files in and out, each in a thread of its own with a limit on memory and time: the others go on meanwhile. */
@Injectable()
export class Spreadsheets {
  /** One after the other, so that many at once are not many times the memory. */
  private last: Promise<unknown> = Promise.resolve();

  /** The rows of the first sheet that has a table of these columns; anything that is no modest .xlsx file is refused in words. */
  async read(
    file: Buffer,
    columns: readonly Column<string>[],
    caps: SheetCaps = USUAL_CAPS,
  ): Promise<ReadSheet> {
    if (file.length > caps.bytes) throw spreadsheetTooLarge(caps);
    let reading: Reading;
    try {
      reading = await this.next<Reading>({ read: file, columns, caps }, caps);
    } catch (error) {
      // A file that is small and yet unfolds without end; out of time is a busy machine, which says nothing of the file.
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw spreadsheetTooLarge(caps);
      throw spreadsheetTooSlow();
    }
    if ('refused' in reading) throw REFUSALS[reading.refused](caps);
    return reading;
  }

  async write(sheet: NewSheet, caps: SheetCaps = USUAL_CAPS): Promise<Buffer> {
    return Buffer.from(await this.next<Uint8Array>({ write: sheet }, caps));
  }

  private next<Result>(work: SpreadsheetWork, caps: SheetCaps): Promise<Result> {
    const turn = this.last.then(() => inThread<Result>(work, caps));
    this.last = turn.catch(() => {});
    return turn;
  }
}

function inThread<Result>(workerData: SpreadsheetWork, { memoryMb, ms }: SheetCaps): Promise<Result> {
  const worker = new Worker(WORKER, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  return new Promise<Result>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('the sheet took too long')), ms);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without an answer')));
    worker.once('exit', () => clearTimeout(deadline));
  }).finally(() => worker.terminate());
}
