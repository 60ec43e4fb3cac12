import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import type { Effect } from './effect.js';
import type { Claim } from './event-queue.js';

/** Somebody else has the event now; what was begun is rolled back and theirs counts. */
export class ClaimLost extends Error {
  override name = 'ClaimLost';
}

/** Runs one effect of one event, in a transaction that also records that it is done. */
@Injectable()
export class EffectRunner {
  constructor(private readonly database: Database) {}

  async run(effect: Effect, claim: Claim): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await recordRun(tx, effect, claim))) return;
      await assertHeld(tx, claim);
      await effect.run(tx, claim.event);
    });
  }
}

/**
 * False when it was done before. First of all in the transaction: a process that was believed dead may still have
 * the same effect open, and then this waits for how that ends.
 */
async function recordRun(tx: EntityManager, effect: Effect, { event }: Claim): Promise<boolean> {
  const result: { affectedRows: number } = await tx.query(
    'insert ignore into effect_run (event_id, effect, done_at) values (?, ?, utc_timestamp(3))',
    [event.id, effect.name],
  );
  return result.affectedRows === 1;
}

async function assertHeld(tx: EntityManager, { event, owner }: Claim): Promise<void> {
  const rows: unknown[] = await tx.query(
    "select 1 from outbox_event where id = ? and owner = ? and state = 'pending'",
    [event.id, owner],
  );
  if (rows.length === 0) throw new ClaimLost();
}
