import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type Connection, createConnection } from 'mysql2/promise';
import { assertAuditIsInWords } from './audit-words.js';
import { builtFile } from './built.js';
import { type Beginning, begin } from './kept-databases.js';
import { serverEnvironment } from './settings.js';

export interface TestDatabase {
  url: string;
  /** What its beginning keeps beside the rows. */
  keptFiles: string;
  query<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** A second connection to it, for a transaction that stays open meanwhile; dropping it only closes it. */
  another(): Promise<TestDatabase>;
  /**
   * Whether a transaction of this database waits for a lock: other specs run on the same server. InnoDB renews its table
   * only when nobody has read it for a tenth of a second, so ask less often.
   */
  someoneWaits(): Promise<boolean>;
  drop(): Promise<void>;
}

const WAITING = `select 1 from information_schema.innodb_trx t
  join information_schema.processlist p on p.id = t.trx_mysql_thread_id
  where t.trx_state = 'LOCK WAIT' and p.db = database()`;

/** Nothing but the tables, made by the real migrations. */
const MIGRATED: Beginning = { name: 'migrated', make: migrate };

/** A database of this spec's own, on the server that TEST_DATABASE_URL names; what stands in it is up to the beginning. */
export async function createTestDatabase(beginning = MIGRATED): Promise<TestDatabase> {
  const server = new URL(testDatabaseUrl());
  const name = `linli_test_${randomBytes(6).toString('hex')}`;
  const connection = await connectTo(server);
  await connection.query(`create database ${name} default character set utf8mb4 collate utf8mb4_bin`);
  await connection.query(`use ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const keptFiles = await begin(connection, url, beginning);
  const along = (one: Connection, drop: () => Promise<void>): TestDatabase => ({
    url: url.href,
    keptFiles,
    query: async <T>(sql: string, parameters: unknown[] = []) => (await one.query(sql, parameters))[0] as T[],
    someoneWaits: async () => ((await one.query(WAITING))[0] as unknown[]).length > 0,
    another: async () => {
      const other = await connectTo(server);
      await other.query(`use ${name}`);
      return along(other, () => other.end());
    },
    drop,
  });
  return along(connection, async () => {
    try {
      await assertAuditIsInWords(connection);
    } finally {
      await connection.query(`drop database ${name}`);
      await connection.end();
    }
  });
}

function connectTo(server: URL): Promise<Connection> {
  const socketPath = server.searchParams.get('socketPath');
  return createConnection({
    ...(socketPath === null ? { host: server.hostname, port: Number(server.port || 3306) } : { socketPath }),
    user: decodeURIComponent(server.username),
    password: decodeURIComponent(server.password),
    timezone: 'Z',
    charset: 'utf8mb4_bin',
  });
}

export function testDatabaseUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined || url === '') {
    throw new Error(
      'set TEST_DATABASE_URL to a MariaDB whose user may create databases; npm test does it by itself',
    );
  }
  return url;
}

export async function migrate(databaseUrl: string): Promise<void> {
  const child = spawn(process.execPath, [builtFile('migrate.js')], {
    env: serverEnvironment(databaseUrl),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the migrations failed');
}
