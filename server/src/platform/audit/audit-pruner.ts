import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { Sweep } from '../lanes/sweep.js';
import { keptSince } from './audit-keeping.js';
import { dayOf } from './audit-rows.js';

const EVERY_MS = 3_600_000;
const BATCH = 500;
/** What is left after so many batches waits for the next hour. */
const BATCHES = 20;

/**
 * Takes away what is older than three years, whole days at a time. The last entry of it stays with its seal: the seal
 * covers when it was made, so that nobody can say of a young entry that the chain begins there.
 */
@Injectable()
export class AuditPruner extends Sweep {
  constructor(
    settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super('AuditPruner', settings.dispatchMs === 0 ? 0 : EVERY_MS, 'at-once');
  }

  protected async sweep(): Promise<void> {
    for (let batch = 0; batch < BATCHES && !this.stopping; batch++) {
      if ((await this.pruneBatch(keptSince(this.clock.now()))) < BATCH) return;
    }
  }

  /** Goes by when seals were made, which they cover themselves; whoever is killed in the middle leaves a chain all the same. */
  private pruneBatch(since: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<{ entryId: string; sealedAt: Date }[]>(
        'select entry_id as entryId, sealed_at as sealedAt from audit_seal order by seq limit ?',
        [BATCH + 1],
      );
      const young = rows.findIndex(({ sealedAt }) => dayOf(sealedAt) >= since);
      const old = young === -1 ? rows : rows.slice(0, young);
      const ids = old.slice(0, -1).map(({ entryId }) => entryId);
      if (ids.length === 0) return 0;
      await tx.query('delete from audit_entry where id in (?)', [ids]);
      await tx.query('delete from audit_seal where entry_id in (?)', [ids]);
      return ids.length;
    });
  }
}
