import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the clerk called the file, so that one import is told from another. Files from before have none. */
export class NameImportedFiles1765000084000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table home_import add column file_name varchar(80) null after file_hash');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table home_import drop column file_name');
  }
}
