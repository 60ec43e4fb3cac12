import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { failureWords } from '../events/failure.words.js';
import { keptSince } from './audit-keeping.js';
import { dayOf } from './audit-rows.js';

const EVERY_MS = 3_600_000;
const BATCH = 500;
/** What is left after so many batches waits for the next hour. */
const BATCHES = 20;

/** Takes away what is older than three years, whole days at a time; the root of the last such day stays and says where the rest begins. */
@Injectable()
export class AuditPruner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('AuditPruner');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.dispatchMs === 0) return;
    const prune = () =>
      this.prune().catch((error: unknown) => this.logger.warn(failureWords('prune audit', error)));
    this.timer = setInterval(prune, EVERY_MS);
    this.timer.unref();
    void prune();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async prune(): Promise<void> {
    const before = dayOf(keptSince(this.clock.now()));
    // Marked first: whoever is killed in the middle leaves a chain that begins at this root all the same.
    await this.database.query(
      'update audit_root set pruned_at = utc_timestamp(3) where day < ? and pruned_at is null',
      [before],
    );
    const [root] = await this.database.query<{ seq: number | null }>(
      'select cast(max(seq) as signed) as seq from audit_root where pruned_at is not null',
    );
    if (root?.seq === null || root?.seq === undefined) return;
    for (let batch = 0; batch < BATCHES; batch++) {
      if ((await this.pruneBatch(Number(root.seq))) < BATCH) return;
    }
  }

  private pruneBatch(upTo: number): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<{ entryId: string }[]>(
        'select entry_id as entryId from audit_seal where seq <= ? order by seq limit ?',
        [upTo, BATCH],
      );
      if (rows.length === 0) return 0;
      const ids = rows.map(({ entryId }) => entryId);
      await tx.query('delete from audit_entry where id in (?)', [ids]);
      await tx.query('delete from audit_seal where entry_id in (?)', [ids]);
      return rows.length;
    });
  }
}
