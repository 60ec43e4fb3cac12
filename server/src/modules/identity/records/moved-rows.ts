import type { EntityManager } from 'typeorm';
import type { Moved } from './person-records.js';

/** Hands over all rows of one table that name a person in one column. */
export async function movedRows(
  tx: EntityManager,
  kind: string,
  title: string,
  table: string,
  column: string,
  fromId: string,
  intoId: string,
): Promise<Moved> {
  const { affectedRows } = await tx.query<{ affectedRows: number }>(
    `update ${table} set ${column} = ? where ${column} = ?`,
    [intoId, fromId],
  );
  return { kind, title, count: affectedRows };
}
