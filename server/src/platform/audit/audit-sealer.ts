import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { isHeldByAnother } from '../database/database.errors.js';
import { Database } from '../database/database.js';
import { failureWords } from '../events/failure.words.js';
import { BEGINNING, type Link, type SealedContent, sealHash } from './audit-chain.js';
import { dayOf, SEALED_COLUMNS } from './audit-rows.js';

const EVERY_MS = 500;
const BATCH = 500;
const STOP_WITHIN_MS = 5_000;

interface Head extends Link {
  sealedAt: Date | null;
}

/**
 * Puts committed entries into the chain within a second. Whoever writes an entry waits for nobody: only sealers take the
 * row of the chain's head, one at a time, and one that dies lets go of it with its connection.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('AuditSealer');
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> | null = null;
  private knownDay: string | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.dispatchMs === 0) return;
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.race([this.sealing, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
  }

  private look(): void {
    this.sealing ??= this.sealIfDue()
      .catch((error: unknown) => this.logger.warn(failureWords('seal', error)))
      .finally(() => {
        this.sealing = null;
      });
  }

  private async sealIfDue(): Promise<void> {
    if (await this.somethingToDo()) await this.sealAll();
  }

  /** Everything that waits, up to now. */
  async sealAll(): Promise<void> {
    while ((await this.sealBatch()) === BATCH);
  }

  /** A root is due when the day turns, also while nothing happens. */
  private async somethingToDo(): Promise<boolean> {
    const [row] = await this.database.query<{ now: Date; waits: number }>(
      'select utc_timestamp(3) as now, exists (select 1 from audit_unsealed) as waits',
    );
    if (row === undefined) return false;
    const turned = dayOf(row.now) !== this.knownDay;
    this.knownDay = dayOf(row.now);
    return turned || Number(row.waits) === 1;
  }

  /** How many entries it sealed. */
  private sealBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const head = await takeHead(tx);
      if (head === null) return 0;
      const [clock] = await tx.query<{ now: Date }[]>('select utc_timestamp(3) as now');
      // The database's clock may be set back; the chain's time only goes on.
      const now = new Date(Math.max(clock?.now.getTime() ?? 0, head.sealedAt?.getTime() ?? 0));
      if (head.sealedAt !== null && dayOf(head.sealedAt) < dayOf(now)) await this.publish(tx, head, now);
      const entries = await tx.query<SealedContent[]>(
        `select ${SEALED_COLUMNS} from audit_unsealed u join audit_entry e on e.id = u.entry_id
          order by e.id limit ?`,
        [BATCH],
      );
      if (entries.length === 0) return 0;
      const seals: unknown[][] = [];
      let last: Link = head;
      for (const entry of entries) {
        const hash = sealHash(last, now, entry);
        seals.push([last.seq + 1, entry.id, now, last.hash, hash]);
        last = { seq: last.seq + 1, hash };
      }
      await tx.query('insert into audit_seal (seq, entry_id, sealed_at, prev_hash, hash) values ?', [seals]);
      await tx.query('delete from audit_unsealed where entry_id in (?)', [entries.map(({ id }) => id)]);
      await tx.query('update audit_head set seq = ?, hash = ?, sealed_at = ? where id = 1', [
        last.seq,
        last.hash,
        now,
      ]);
      return entries.length;
    });
  }

  /** The last link of a day that is over, into the table and into the log, which is kept somewhere else. */
  private async publish(tx: EntityManager, head: Head, now: Date): Promise<void> {
    const day = dayOf(head.sealedAt ?? now);
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      'insert ignore into audit_root (day, seq, hash, published_at) values (?, ?, ?, ?)',
      [day, head.seq, head.hash, now],
    );
    if (affectedRows === 1)
      this.database.afterCommit(tx, () => this.logger.log(`audit root ${day} ${head.seq} ${head.hash}`));
  }
}

/** Null: another process is sealing. Not `skip locked`, which not every database of this protocol knows. */
async function takeHead(tx: EntityManager): Promise<Head | null> {
  try {
    return await lockHead(tx);
  } catch (error) {
    if (isHeldByAnother(error)) return null;
    throw error;
  }
}

async function lockHead(tx: EntityManager): Promise<Head | null> {
  const select = `select cast(seq as signed) as seq, hash, sealed_at as sealedAt from audit_head
    where id = 1 for update nowait`;
  const [head] = await tx.query<Head[]>(select);
  if (head !== undefined) return { ...head, seq: Number(head.seq) };
  await tx.query('insert ignore into audit_head (id, seq, hash) values (1, ?, ?)', [
    BEGINNING.seq,
    BEGINNING.hash,
  ]);
  const [made] = await tx.query<Head[]>(select);
  return made === undefined ? null : { ...made, seq: Number(made.seq) };
}
