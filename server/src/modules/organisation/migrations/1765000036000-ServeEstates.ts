import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';

/** Which estates an organisation works for. */
export class ServeEstates1765000036000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table organisation_estate (
      organisation_id ${ID} not null,
      estate_id ${ID} not null,
      primary key (organisation_id, estate_id),
      key organisation_estate_of (estate_id)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organisation_estate');
  }
}
