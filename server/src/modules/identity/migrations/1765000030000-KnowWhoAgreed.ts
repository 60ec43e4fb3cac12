import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which privacy notice a person agreed to, whether a guardian has to, and that somebody has left. */
export class KnowWhoAgreed1765000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person
      add column notice_version varchar(20) character set ascii collate ascii_bin null,
      add column awaits_guardian tinyint not null default 0,
      add column erased_at datetime(3) null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table person drop column notice_version, drop column awaits_guardian, drop column erased_at',
    );
  }
}
