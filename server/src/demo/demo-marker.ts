import type { DataSource, QueryRunner } from 'typeorm';

/** Waiting this long for another load that is under way is enough for it to finish. */
const WAIT_SECONDS = 120;

/** What migrations filled, and what tells how far we are. */
const KEPT_TABLES = new Set([
  'migrations',
  'area_revision',
  'clock_policy',
  'work_calendar',
  'incident_category',
  'demo_load',
]);

export type DemoState = 'nothing' | 'broken-off' | 'finished' | 'someone-elses';

/**
 * One row that says how far the demo's load came. The table is the loader's own: a database that never held a demo
 * never has it. A lock of the database server keeps two loaders apart and goes with the connection that held it.
 */
export class DemoMarker {
  private constructor(private readonly runner: QueryRunner) {}

  static async open(source: DataSource): Promise<DemoMarker> {
    const runner = source.createQueryRunner();
    const [row] = await runner.query(`select get_lock(concat('linli-demo-', database()), ?) as held`, [
      WAIT_SECONDS,
    ]);
    if (Number(row?.held) !== 1) throw new Error('another load of the demo data has not finished');
    await runner.query(`create table if not exists demo_load (
      id tinyint unsigned not null primary key,
      started_at datetime(3) not null,
      finished_at datetime(3) null
    ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`);
    return new DemoMarker(runner);
  }

  /** Someone else's: there are people here whom no load of ours made, so that nothing may be added or cleared. */
  async state(): Promise<DemoState> {
    const [row] = await this.runner.query('select finished_at as finishedAt from demo_load where id = 1');
    if (row !== undefined) return row.finishedAt === null ? 'broken-off' : 'finished';
    const [person] = await this.runner.query('select id from person limit 1');
    return person === undefined ? 'nothing' : 'someone-elses';
  }

  async start(now: Date): Promise<void> {
    await this.runner.query('insert into demo_load (id, started_at) values (1, ?)', [now]);
  }

  async finish(now: Date): Promise<void> {
    await this.runner.query('update demo_load set finished_at = ? where id = 1', [now]);
  }

  /** Empties every table that a broken-off load may have written to. */
  async clear(): Promise<void> {
    const tables: { name: string }[] = await this.runner.query(
      'select table_name as name from information_schema.tables where table_schema = database()',
    );
    for (const { name } of tables) {
      if (!KEPT_TABLES.has(name)) await this.runner.query(`delete from \`${name}\``);
    }
    // Last, so that being broken off in here is noticed as well.
    await this.runner.query('delete from demo_load');
  }

  async close(): Promise<void> {
    await this.runner.query(`select release_lock(concat('linli-demo-', database()))`);
    await this.runner.release();
  }
}
