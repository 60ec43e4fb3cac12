import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/ids/new-id.js';
import { HomeImportChecking } from './home-import.checking.js';
import { HomeImportWriting } from './home-import.writing.js';
import { HOME_SHEET_COLUMNS, type HomeColumn, readHomeRow } from './homes.sheet.js';

/** What a row of a ledger says, in the words that stand in its cells. */
export type LedgerRow = Partial<Record<HomeColumn, string>>;

const COLUMN_AT = Object.fromEntries(HOME_SHEET_COLUMNS.map(({ key }, at) => [key, at + 1]));

/** Enters a ledger that comes from elsewhere than a file: read, compared and written as a file's rows are, whole or not at all. */
@Injectable()
export class HomeLedger {
  constructor(
    private readonly checking: HomeImportChecking,
    private readonly writing: HomeImportWriting,
    private readonly clock: Clock,
  ) {}

  async enter(tx: EntityManager, communityId: string, ledger: readonly LedgerRow[]): Promise<void> {
    const rows = ledger.map((cells, at) => readHomeRow({ number: at + 1, cells }, COLUMN_AT));
    const { changes, problems } = await this.checking.compare(rows, communityId, tx);
    for (const [number, words] of problems) throw new RangeError(`row ${number}: ${words.join('；')}`);
    const importId = newId(this.clock.now());
    await this.writing.write(tx, { importId, communityId }, changes);
  }
}
