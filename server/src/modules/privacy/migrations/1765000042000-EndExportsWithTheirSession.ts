import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing out takes back the links that were asked for while signed in. Those of before have none and open no more. */
export class EndExportsWithTheirSession1765000042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table privacy_export add session_id char(36) character set ascii collate ascii_bin null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table privacy_export drop column session_id');
  }
}
