import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';

/** Who was merged into whom, by whom, why, and what went along. */
export class KeepMerges1765000028002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table person_merge (
      id ${ID} not null primary key,
      from_person_id ${ID} not null,
      into_person_id ${ID} not null,
      merged_by_id ${ID} not null,
      reason varchar(100) not null,
      at datetime(3) not null,
      moved text not null,
      request_hash char(64) character set ascii collate ascii_bin not null,
      unique key person_merge_from (from_person_id),
      key person_merge_into (into_person_id)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table person_merge');
  }
}
