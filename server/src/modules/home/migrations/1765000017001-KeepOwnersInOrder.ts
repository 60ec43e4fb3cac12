import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Co-owners stay in the order in which the ledger names them. */
export class KeepOwnersInOrder1765000017001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table home_owner add column position smallint unsigned not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table home_owner drop column position');
  }
}
