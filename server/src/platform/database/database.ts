import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'mysql2';
import type { DataSource, EntityManager } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { databaseUnavailable, isDatabaseGone, isLostRace } from './database.errors.js';
import { execute, executeAsText } from './prepared.js';

const ATTEMPTS = 5;
const BACKOFF_MS = 20;
/** When the network swallows packets nothing ever fails by itself; people are told after this long. */
const QUERY_DEADLINE_MS = 10_000;
const TRANSACTION_DEADLINE_MS = 20_000;

/**
 * The way to the database. It connects at first use and again after the server was away, so that the process
 * starts, answers 503 and recovers without anybody restarting it.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly logger = new Logger('Database');
  private connecting: Promise<DataSource> | null = null;
  private ending = false;
  private readonly afterwards = new WeakMap<EntityManager, Set<() => void>>();

  constructor(private readonly source: DataSource) {}

  /** Runs `work` in one READ COMMITTED transaction; one that loses a race is done again from the start. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const source = await this.connected();
        return await within(TRANSACTION_DEADLINE_MS, this.committed(source, work));
      } catch (error) {
        if (!isLostRace(error) || attempt === ATTEMPTS) throw this.explained(error);
        // Two that met once should not meet again at the same moment.
        await pause(Math.random() * BACKOFF_MS * attempt);
      }
    }
  }

  /** Has `tell` called when this transaction has committed; never when it is rolled back. Once, however often it is asked for. */
  afterCommit(tx: EntityManager, tell: () => void): void {
    const tells = this.afterwards.get(tx) ?? new Set();
    this.afterwards.set(tx, tells.add(tell));
  }

  /** One prepared statement outside any transaction; rows come back as the driver gives them, moments as Date. */
  query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.sent((pool) => execute<T>(pool, sql, parameters));
  }

  /** The same for what reads many rows of an index and nothing else: a prepared one may look up each of them (`executeAsText`). */
  queryByIndex<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.sent((pool) => executeAsText<T>(pool, sql, parameters));
  }

  async ping(): Promise<void> {
    await this.query('select 1');
  }

  async onApplicationShutdown(): Promise<void> {
    // Whoever connects at this moment, or after it, would stay connected and keep the process from ending.
    this.ending = true;
    await this.connecting?.catch(() => {});
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async sent<T>(send: (over: Pool) => Promise<T[]>): Promise<T[]> {
    try {
      // Asked for once a connection is there: a promise less for each of many statements.
      const source = this.source.isInitialized ? this.source : await this.connected();
      return await within(QUERY_DEADLINE_MS, send(poolOf(source)));
    } catch (error) {
      throw this.explained(error);
    }
  }

  private async committed<T>(source: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    let transaction: EntityManager | undefined;
    const result = await source.transaction('READ COMMITTED', (tx) => {
      transaction = tx;
      return work(tx);
    });
    for (const tell of this.afterwards.get(transaction as EntityManager) ?? []) tell();
    return result;
  }

  private connected(): Promise<DataSource> {
    if (this.source.isInitialized) return Promise.resolve(this.source);
    if (this.ending) return Promise.reject(databaseUnavailable());
    this.connecting ??= this.connect().finally(() => {
      this.connecting = null;
    });
    return this.connecting;
  }

  private async connect(): Promise<DataSource> {
    try {
      return await this.source.initialize();
    } catch (error) {
      this.logger.error('cannot connect', error instanceof Error ? error.stack : String(error));
      throw databaseUnavailable();
    }
  }

  private explained(error: unknown): unknown {
    return isDatabaseGone(error) ? databaseUnavailable() : error;
  }
}

/** TypeORM's own pool, without what it does around each statement. */
function poolOf({ driver }: DataSource): Pool {
  return (driver as MysqlDriver).pool as Pool;
}

function within<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(databaseUnavailable()), deadlineMs).unref();
    work.then(
      (result) => {
        clearTimeout(deadline);
        resolve(result);
      },
      (error: unknown) => {
        clearTimeout(deadline);
        reject(error);
      },
    );
  });
}
