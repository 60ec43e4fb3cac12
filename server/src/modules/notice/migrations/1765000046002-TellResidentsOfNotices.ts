import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';
const CAUSE = 'varchar(120) character set ascii collate ascii_bin';

/** How far residents have been told of a notice. */
export class TellResidentsOfNotices1765000046002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table notice_telling (
      notice_id ${ID} not null primary key,
      cause ${CAUSE} not null,
      expected int unsigned not null,
      told int unsigned not null,
      started_at datetime(3) not null,
      ended_at datetime(3) null
    ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice_telling');
  }
}
