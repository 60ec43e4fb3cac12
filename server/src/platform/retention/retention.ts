import { uuidv7 } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Sweep } from '../lanes/sweep.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BATCH = 500;
/** What is left after so many waits for the next time, so that other work gets through. */
const BATCHES = 20;

/** Rows of one table that are kept for so many days. */
export interface KeptFor {
  table: string;
  days: number;
  /** The moment that says how old a row is, with an index; absent where the server made the ids, which begin with their time. */
  since?: string;
  /** A further condition, in SQL with one `?` for the same moment, where age alone does not make them useless. */
  onlyIf?: string;
}

/**
 * Takes away what nobody needs any more. Ids begin with their time, so that old rows are the beginning of the primary key
 * and no index is needed. Each goes by itself, so that who is killed in it has lost nothing and goes on next time.
 */
@Injectable()
export class Retention extends Sweep {
  private readonly rules: KeptFor[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super('Retention', HOUR_MS, 'at-once');
  }

  /** A module says here what of its own has an end. */
  keep(...rules: KeptFor[]): void {
    this.rules.push(...rules);
  }

  protected async sweep(): Promise<void> {
    for (const { table, days, since, onlyIf } of this.rules) {
      const before = new Date(this.clock.now().getTime() - days * DAY_MS);
      const oldest = since === undefined ? uuidv7(before.getTime(), new Uint8Array(10)) : before;
      const sql = `delete from ${table} where ${since ?? 'id'} < ?${onlyIf === undefined ? '' : ` and ${onlyIf}`} limit ${BATCH}`;
      for (let batch = 0; batch < BATCHES && !this.stopping; batch++) {
        const parameters = onlyIf === undefined ? [oldest] : [oldest, before];
        const { affectedRows } = await this.database.transaction((tx) =>
          tx.query<{ affectedRows: number }>(sql, parameters),
        );
        if (affectedRows < BATCH) break;
      }
    }
  }
}
