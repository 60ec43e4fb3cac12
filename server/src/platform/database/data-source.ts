import { DataSource, type DataSourceOptions } from 'typeorm';
import { PREPARED_PER_CONNECTION } from './prepared.js';

/** What the modules bring to the database; gathered beside app.module.ts, since the platform knows no module. */
export interface DatabaseContents {
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: NonNullable<DataSourceOptions['migrations']>;
}

const CONNECTIONS = 20;
const CONNECT_TIMEOUT_MS = 5_000;

/** A data source that is not connected yet. `?socketPath=` in the URL goes through a unix socket instead of host and port. */
export function createDataSource(databaseUrl: string, contents: DatabaseContents): DataSource {
  const url = new URL(databaseUrl);
  const socketPath = url.searchParams.get('socketPath');
  return new DataSource({
    type: 'mariadb',
    ...(socketPath === null ? { host: url.hostname, port: Number(url.port || 3306) } : { socketPath }),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    poolSize: CONNECTIONS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // Undefined in a condition is a mistake, never "any row".
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: {
      enableKeepAlive: true,
      keepAliveInitialDelay: 10_000,
      maxPreparedStatements: PREPARED_PER_CONNECTION,
    },
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    entities: contents.entities,
    migrations: contents.migrations,
  });
}
