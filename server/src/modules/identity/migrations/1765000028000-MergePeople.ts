import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody who was here twice is here once: the row that gave way says into whom. */
export class MergePeople1765000028000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person
      add column merged_into_id char(36) character set ascii collate ascii_bin null,
      add key person_merged_into (merged_into_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person drop key person_merged_into, drop column merged_into_id');
  }
}
