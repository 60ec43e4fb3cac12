import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { Sweep } from '../lanes/sweep.js';

const EVERY_MS = 600_000;
const BATCH = 500;
/** What is left after so many batches waits for the next time, so that other work gets through. */
const BATCHES = 20;

/** Takes away events whose effects were done long ago, a bounded number at a time. Dead ones stay for a person. */
@Injectable()
export class EventPruner extends Sweep {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {
    super('EventPruner', settings.dispatchMs === 0 ? 0 : EVERY_MS, 'at-once');
  }

  protected async sweep(): Promise<void> {
    for (let batch = 0; batch < BATCHES && !this.stopping; batch++) {
      if ((await this.pruneBatch()) < BATCH) return;
    }
  }

  private pruneBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows: { id: string }[] = await tx.query(
        `select id from outbox_event
          where state = 'done' and done_at < utc_timestamp(3) - interval ? day order by done_at limit ?`,
        [this.settings.eventsKeepDays, BATCH],
      );
      if (rows.length === 0) return 0;
      const ids = rows.map(({ id }) => id);
      await tx.query('delete from effect_run where event_id in (?)', [ids]);
      await tx.query('delete from outbox_event where id in (?)', [ids]);
      return ids.length;
    });
  }
}
