import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';
const HASH = 'char(64) character set ascii collate ascii_bin';

/** Notices, whom they are for, what became of them, and who has read them. */
export class CreateNotices1765000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table notice (
      id ${ID} not null primary key,
      community_id ${ID} not null,
      reach ${WORD} not null,
      where_label varchar(200) not null,
      kind ${WORD} not null,
      title varchar(30) not null,
      body varchar(500) not null,
      starts_at datetime(3) null,
      ends_at datetime(3) null,
      over_at datetime(3) not null,
      state ${WORD} not null,
      written_by_id ${ID} not null,
      written_by_name varchar(60) not null,
      written_at datetime(3) not null,
      published_at datetime(3) null,
      request_hash ${HASH} not null,
      key notice_over (community_id, state, over_at, id),
      key notice_newest (community_id, written_at, id)
    ) ${TABLE}`);
    await runner.query(`create table notice_target (
      notice_id ${ID} not null,
      area_id ${ID} not null,
      grid_id ${ID} not null,
      building_id ${ID} null,
      primary key (notice_id, area_id),
      key notice_target_grid (notice_id, grid_id)
    ) ${TABLE}`);
    await runner.query(`create table notice_action (
      id ${ID} not null primary key,
      notice_id ${ID} not null,
      seq smallint unsigned not null,
      action ${WORD} not null,
      actor_person_id ${ID} null,
      actor_name varchar(60) not null,
      at datetime(3) not null,
      reason varchar(200) null,
      request_hash ${HASH} not null,
      unique key notice_action_order (notice_id, seq)
    ) ${TABLE}`);
    await runner.query(`create table notice_read (
      notice_id ${ID} not null,
      person_id ${ID} not null,
      at datetime(3) not null,
      primary key (notice_id, person_id)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice_read', 'notice_action', 'notice_target', 'notice'])
      await runner.query(`drop table ${table}`);
  }
}
