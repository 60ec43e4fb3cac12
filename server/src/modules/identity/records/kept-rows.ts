import type { EntityManager } from 'typeorm';
import type { Reading } from '../../area/index.js';
import { ERASED_NAME, type ExportItem, type ExportPart, type Holding, type Moved } from './person-records.js';

/** The rows of one table that are one person's by one column. */
export interface KeptRows {
  kind: string;
  title: string;
  keptFor: string;
  basis: string;
  table: string;
  column: string;
  /** A condition of what they are told of; the others are kept under another heading. */
  only?: string;
  /** Where their name was written beside it. */
  name?: string;
  /** What of it they are given, as a select list with readable names. */
  items: string;
  /** In which order: columns that are never null and together name one row of theirs; those behind `column` in an index, so that no page reads what stands before it. */
  order: string;
  /** What the codes under one of these names are called. */
  labels?: Record<string, Record<string, string>>;
  /** Goes when its person goes; otherwise it stays without a name. */
  goes?: true;
  /** Each person has one row for each of these: where both have one, the survivor's stays. */
  oncePer?: string;
  /** … and keeps the earlier of both moments in each of these columns; a moment is earlier than none. */
  earliest?: readonly string[];
}

/** What of such rows their person is given. */
export type ShownRows = Pick<
  KeptRows,
  'kind' | 'title' | 'table' | 'column' | 'only' | 'items' | 'order' | 'labels'
>;

/** What was done in office belongs to the office: who did it stays known by an id, without a name. */
export const OF_OFFICE = {
  keptFor: '长期保存，注销后不带姓名',
  basis: '社区的工作要能查到由谁经手',
};

/** What somebody wrote or did as a resident, which others' work builds on. */
export const OF_COURSE = {
  keptFor: '长期保存，注销后不带姓名',
  basis: '事情怎么办的，要能前后对得上',
};

export const WHILE_HERE = '注销账号时删除';

const PAGE = 500;

export async function countOf(read: Reading, rows: KeptRows, personId: string): Promise<Holding> {
  const [row] = await read<{ count: number }>(
    `select count(*) as count from ${rows.table} where ${rows.column} = ? and ${rows.only ?? 'true'}`,
    [personId],
  );
  const { kind, title, keptFor, basis } = rows;
  return { kind, title, keptFor, basis, count: Number(row?.count ?? 0) };
}

/** What of it their person is given, read while it is written to them: little of it lies in memory at a time. */
export function partOf(read: Reading, rows: ShownRows, personId: string): ExportPart {
  return { kind: rows.kind, title: rows.title, pages: pagesOf(read, rows, personId) };
}

/** All of them, a page after the other: each begins behind the last row of the one before, so that nothing is missed or told twice. */
export async function* pagesOf(
  read: Reading,
  { table, column, only, items, order, labels }: ShownRows,
  personId: string,
): AsyncGenerator<ExportItem[]> {
  const keys = order.split(', ');
  const names = keys.map((_key, at) => `key${at}`);
  const select = [...keys.map((key, at) => `${key} as ${names[at]}`), items].join();
  let last: unknown[] = [];
  for (;;) {
    // A comparison of several columns finds no place in an index by itself; one of the first column does.
    const behind =
      last.length === 0 ? '' : ` and ${keys[0]} >= ? and (${order}) > (${keys.map(() => '?').join()})`;
    const page = await read<ExportItem>(
      `select ${select} from ${table} where ${column} = ? and ${only ?? 'true'}${behind} order by ${order} limit ${PAGE}`,
      [personId, ...last.slice(0, 1), ...last],
    );
    for (const row of page) {
      last = names.map((name) => row[name]);
      for (const name of names) delete row[name];
    }
    if (page.length > 0) yield page.map((row) => labelled(row, labels));
    if (page.length < PAGE) return;
  }
}

export async function eraseRows(tx: EntityManager, rows: KeptRows, personId: string): Promise<void> {
  const { table, column, name, goes } = rows;
  if (goes) await tx.query(`delete from ${table} where ${column} = ?`, [personId]);
  else if (name !== undefined)
    await tx.query(`update ${table} set ${name} = ? where ${column} = ?`, [ERASED_NAME, personId]);
}

/** Who did it stays called what they were called then: the name is part of what was written. */
export async function moveRows(
  tx: EntityManager,
  rows: Pick<KeptRows, 'kind' | 'title' | 'table' | 'column' | 'oncePer' | 'earliest'>,
  fromId: string,
  intoId: string,
): Promise<Moved> {
  const { kind, title, table, column, oncePer, earliest } = rows;
  if (oncePer === undefined) {
    const done = await tx.query<{ affectedRows: number }>(
      `update ${table} set ${column} = ? where ${column} = ?`,
      [intoId, fromId],
    );
    return { kind, title, count: done.affectedRows };
  }
  const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(
    `select count(*) as count from ${table} where ${column} = ?`,
    [fromId],
  );
  if (earliest !== undefined) {
    const set = earliest.map(
      (moment) =>
        `i.${moment} = least(coalesce(i.${moment}, f.${moment}), coalesce(f.${moment}, i.${moment}))`,
    );
    await tx.query(
      `update ${table} i join ${table} f on f.${oncePer} = i.${oncePer} and f.${column} = ?
          set ${set.join()} where i.${column} = ?`,
      [fromId, intoId],
    );
  }
  await tx.query(`update ignore ${table} set ${column} = ? where ${column} = ?`, [intoId, fromId]);
  await tx.query(`delete from ${table} where ${column} = ?`, [fromId]);
  return { kind, title, count: Number(count) };
}

function labelled(row: ExportItem, labels: KeptRows['labels']): ExportItem {
  if (labels === undefined) return row;
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, labels[key]?.[String(value)] ?? value]),
  );
}
