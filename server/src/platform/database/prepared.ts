import type { Pool, PoolConnection } from 'mysql2';

/** Texts that a connection keeps prepared; the server allows about sixteen thousand for all of them together. */
export const PREPARED_PER_CONNECTION = 150;

/** Sends one prepared statement over this connection, or over any free one of the pool. */
export function execute<T>(
  over: Pool | PoolConnection,
  sql: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  const [spelled, values] = spellOut(sql, parameters);
  return new Promise((resolve, reject) => {
    over.execute(spelled, values as (string | number | Date | null)[], (error, rows) => {
      if (error === null) resolve(rows as T[]);
      else reject(error);
    });
  });
}

/**
 * Sends a statement as text, over any free connection. MariaDB 10.11 takes over, for a prepared statement that runs again, which
 * indexes hold all that is read from what ran in between over the same table; if that read other columns, each row of an
 * index is then looked up in the table as well. Text is planned from nothing.
 */
export function executeAsText<T>(over: Pool, sql: string, parameters: readonly unknown[]): Promise<T[]> {
  const [spelled, values] = spellOut(sql, parameters);
  return new Promise((resolve, reject) => {
    over.query(spelled, values, (error, rows) => {
      if (error === null) resolve(rows as T[]);
      else reject(error);
    });
  });
}

/**
 * A prepared statement has one question mark for each value, so a list becomes as many. Their number is rounded up by saying
 * the last value again, which changes no answer of `in (…)`: otherwise every length of a list would be another statement.
 */
export function spellOut(sql: string, parameters: readonly unknown[]): [string, unknown[]] {
  if (!parameters.some((value) => Array.isArray(value) || value === undefined)) return [sql, [...parameters]];
  const values: unknown[] = [];
  let next = 0;
  const spelled = sql.replace(/\?/g, () => {
    const value = parameters[next++];
    if (!Array.isArray(value)) {
      values.push(value === undefined ? null : value);
      return '?';
    }
    if (value.length === 0) throw new Error('an empty list is no condition');
    const marks = 2 ** Math.ceil(Math.log2(value.length));
    for (let i = 0; i < marks; i++) values.push(value[Math.min(i, value.length - 1)]);
    return Array(marks).fill('?').join(', ');
  });
  return [spelled, values];
}
