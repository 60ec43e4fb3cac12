import type { PoolConnection } from 'mysql2';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { execute } from './prepared.js';

/**
 * One prepared statement within a transaction, without what TypeORM does around each: for the few that every request of
 * a busy kind sends. Rows come back as the driver gives them.
 */
export async function send<T>(
  tx: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  const runner = tx.queryRunner;
  if (runner === undefined) throw new Error('a transaction has a connection of its own');
  return execute<T>((await runner.connect()) as PoolConnection, sql, parameters);
}

interface Insertion {
  sql: string;
  columns: readonly ColumnMetadata[];
}

/** By entity, then by which of its properties are given. */
const known = new WeakMap<object, Map<string, Insertion>>();

/** Writes a new row as its entity says; what is left out or undefined has its column's default. */
export async function insertRow<E extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  row: Partial<E>,
): Promise<void> {
  const { sql, columns } = insertionOf(tx, entity, row);
  const values = columns.map((column) =>
    tx.dataSource.driver.preparePersistentValue(row[column.propertyName], column),
  );
  await send(tx, sql, values);
}

function insertionOf<E extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  row: Partial<E>,
): Insertion {
  const metadata = tx.dataSource.getMetadata(entity);
  const insertions = known.get(metadata) ?? new Map<string, Insertion>();
  known.set(metadata, insertions);
  const given = Object.keys(row).filter((property) => row[property] !== undefined);
  const key = given.join();
  const before = insertions.get(key);
  if (before !== undefined) return before;
  const columns = given.map((property) => {
    const column = metadata.findColumnWithPropertyName(property);
    if (column === undefined) throw new Error(`${metadata.tableName} has nothing called ${property}`);
    return column;
  });
  const names = columns.map(({ databaseName }) => `\`${databaseName}\``).join(', ');
  const sql = `insert into \`${metadata.tableName}\` (${names}) values (${columns.map(() => '?').join(', ')})`;
  const made = { sql, columns };
  insertions.set(key, made);
  return made;
}
