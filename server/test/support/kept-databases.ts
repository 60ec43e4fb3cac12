import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, RowDataPacket } from 'mysql2/promise';

/**
 * What a spec's database begins with. `npm test` makes each beginning once, by the real means, and copies it for every
 * spec after that; a spec run by hand makes its own, so nothing old can be in it.
 */
export interface Beginning {
  name: string;
  /** Fills an empty database; whatever else belongs to it goes into the folder `files`. */
  make(databaseUrl: string, files: string): Promise<void>;
}

const OTHERS_MAKE_IT_WITHIN_S = 300;

/** Brings this empty database, which the connection uses, to its beginning; gives back the folder of its files. */
export async function begin(connection: Connection, url: URL, { name, make }: Beginning): Promise<string> {
  const keptIn = process.env.LINLI_TEST_KEPT;
  if (keptIn === undefined) {
    const files = mkdtempSync(join(tmpdir(), 'linli-test-begin-'));
    process.on('exit', () => rmSync(files, { recursive: true, force: true }));
    await make(url.href, files);
    return files;
  }
  const kept = `linli_kept_${name}`;
  const files = join(keptIn, name);
  const finished = join(keptIn, `${name}.finished`);
  await alone(connection, kept, async () => {
    if (existsSync(finished)) return;
    rmSync(files, { recursive: true, force: true });
    mkdirSync(files, { recursive: true });
    await connection.query(`drop database if exists ${kept}`);
    await connection.query(`create database ${kept} default character set utf8mb4 collate utf8mb4_bin`);
    const keptUrl = new URL(url);
    keptUrl.pathname = `/${kept}`;
    await make(keptUrl.href, files);
    writeFileSync(finished, '');
  });
  await copy(connection, kept);
  return files;
}

/** One process at a time makes a beginning; the others wait for it. */
async function alone(connection: Connection, name: string, work: () => Promise<void>): Promise<void> {
  const lock = [name];
  const [[got]] = await connection.query<RowDataPacket[]>('select get_lock(?, ?) as held', [
    name,
    OTHERS_MAKE_IT_WITHIN_S,
  ]);
  if (got?.held !== 1) throw new Error(`nobody finished ${name}`);
  try {
    await work();
  } finally {
    await connection.query('select release_lock(?)', lock);
  }
}

/** Copies every table with its rows, keys and counters. Generated columns are computed anew. */
async function copy(connection: Connection, from: string): Promise<void> {
  const [columns] = await connection.query<RowDataPacket[]>(
    `select table_name as t, json_arrayagg(column_name) as written from information_schema.columns
     where table_schema = ? and (generation_expression is null or generation_expression = '') group by table_name`,
    [from],
  );
  await connection.query('set foreign_key_checks = 0');
  for (const { t, written } of columns) {
    const [[table]] = await connection.query<RowDataPacket[]>(`show create table ${from}.${t}`);
    await connection.query(table?.['Create Table']);
    const names = typeof written === 'string' ? (JSON.parse(written) as string[]) : (written as string[]);
    const list = names.map((name) => `\`${name}\``).join(', ');
    await connection.query(`insert into ${t} (${list}) select ${list} from ${from}.${t}`);
  }
  await connection.query('set foreign_key_checks = 1');
}
