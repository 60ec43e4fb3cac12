import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import { requestHash } from '../../../platform/idempotency/request-hash.js';
import { newId } from '../../../platform/ids/new-id.js';
import { HomeImport } from '../home-import.entity.js';
import { HomeImportChecking } from './home-import.checking.js';
import type { HomeImportFindings } from './home-import.findings.js';
import { HomeImportWriting } from './home-import.writing.js';
import { HOME_SHEET_COLUMNS, type HomeColumn, readHomeRow } from './homes.sheet.js';

/** What a row of a ledger says, in the words that stand in its cells. */
export type LedgerRow = Partial<Record<HomeColumn, string>>;

const COLUMN_AT = Object.fromEntries(HOME_SHEET_COLUMNS.map(({ key }, at) => [key, at + 1]));

/**
 * Enters a ledger that comes from elsewhere than a file: read, compared, written and written down as a file's rows are, whole
 * or not at all.
 */
@Injectable()
export class HomeLedger {
  constructor(
    private readonly checking: HomeImportChecking,
    private readonly writing: HomeImportWriting,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly audit: AuditTrail,
  ) {}

  async enter(
    tx: EntityManager,
    actor: { personId: string; name: string },
    communityId: string,
    ledger: readonly LedgerRow[],
  ): Promise<void> {
    const rows = ledger.map((cells, at) => readHomeRow({ number: at + 1, cells }, COLUMN_AT));
    const { changes, problems, planHash, findings } = await this.checking.compare(
      { sheet: { name: null }, rows, sumRows: 0 },
      communityId,
      tx,
    );
    for (const [number, words] of problems) throw new RangeError(`row ${number}: ${words.join('；')}`);
    const now = this.clock.now();
    const id = newId(now);
    await this.writing.write(tx, { importId: id, communityId }, changes);
    const { personId, name } = actor;
    await tx.insert(HomeImport, {
      ...{ id, communityId, openCommunityId: null, fileHash: requestHash(ledger), fileName: null },
      ...{ state: 'done', sentById: personId, sentByName: name, sentAt: now, planHash, refusal: null },
      ...{ rowCount: rows.length, rowsChecked: rows.length, sealedFindings: this.countsOf(findings) },
      ...{ confirmedById: personId, confirmActionId: null, overAt: now },
      ...{ leaseUntil: null, leaseBy: null, attempts: 0 },
    });
    await this.audit.record(tx, {
      ...{ action: 'home.import', actor: { personId, name }, communityId, details: { ...findings.counts } },
      subject: { type: 'home_import', id },
    });
  }

  /** Whom it was done to stands in the register. */
  private countsOf(findings: HomeImportFindings): string {
    return this.cipher.encrypt(JSON.stringify({ ...findings, problems: [], notes: [], changes: [] }));
  }
}
