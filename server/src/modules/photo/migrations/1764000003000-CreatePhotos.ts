import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';

/** What is known of each stored picture; the picture itself lies in the storage. */
export class CreatePhotos1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table photo (
      id ${ID} not null primary key,
      owner_person_id ${ID} not null,
      request_hash char(64) character set ascii collate ascii_bin not null,
      width int unsigned not null,
      height int unsigned not null,
      created_at datetime(3) not null,
      claimed_by_type ${WORD} null,
      claimed_by_id ${ID} null,
      stage ${WORD} null,
      sort tinyint unsigned not null,
      key photo_claim (claimed_by_id, stage, sort),
      key photo_unclaimed (claimed_by_id, created_at)
    ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table photo');
  }
}
