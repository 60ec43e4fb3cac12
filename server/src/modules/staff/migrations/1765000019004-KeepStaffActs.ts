import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ASCII = 'character set ascii collate ascii_bin';

/** What was done to appointments and people, each once. */
export class KeepStaffActs1765000019004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table staff_act (
      id char(36) ${ASCII} not null primary key,
      actor_person_id char(36) ${ASCII} not null,
      request_hash char(64) ${ASCII} not null,
      at datetime(3) not null
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table staff_act');
  }
}
