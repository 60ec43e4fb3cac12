import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';

/** Whom residents may call: the staff who agreed to it, and the community itself. */
export class CreateContactCards1765000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table work_card (
      person_id ${ID} not null primary key,
      sealed_phone varchar(255) character set ascii collate ascii_bin null,
      agreed_at datetime(3) null,
      version int unsigned not null,
      changed_at datetime(3) not null
    ) ${TABLE}`);

    await runner.query(`create table duty_phone (
      community_id ${ID} not null primary key,
      phone varchar(20) character set ascii collate ascii_bin null,
      version int unsigned not null,
      changed_by ${ID} not null,
      changed_at datetime(3) not null
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['duty_phone', 'work_card']) await runner.query(`drop table ${table}`);
  }
}
