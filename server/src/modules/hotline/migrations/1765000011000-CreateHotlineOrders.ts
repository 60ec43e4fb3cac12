import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';
const HASH = 'char(64) character set ascii collate ascii_bin';

/** Orders of the city hotline, their timelines, and the files they were taken from. */
export class CreateHotlineOrders1765000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table hotline_order (
      incident_id ${ID} not null primary key,
      community_id ${ID} not null,
      outside_number varchar(40) not null,
      outside_due_at datetime(3) not null,
      received_at datetime(3) not null,
      text varchar(2000) not null,
      caller_name varchar(60) not null,
      sealed_phone varchar(255) character set ascii collate ascii_bin null,
      state ${WORD} not null,
      reply_text varchar(1000) null,
      replied_by_id ${ID} null,
      replied_by_name varchar(60) null,
      replied_at datetime(3) null,
      corrections tinyint unsigned not null,
      reported_back_at datetime(3) null,
      overdue_at datetime(3) null,
      sweep_step tinyint unsigned not null,
      clock_policy_id ${ID} not null,
      entered_by_id ${ID} not null,
      entered_at datetime(3) not null,
      import_id ${ID} null,
      request_hash ${HASH} not null,
      unique key hotline_order_number (community_id, outside_number),
      key hotline_order_state_due (community_id, state, outside_due_at)
    ) ${TABLE}`);
    await runner.query(`create table hotline_action (
      id ${ID} not null primary key,
      order_id ${ID} not null,
      seq smallint unsigned not null,
      action ${WORD} not null,
      actor_person_id ${ID} null,
      actor_name varchar(60) not null,
      at datetime(3) not null,
      note varchar(1000) null,
      request_hash ${HASH} not null,
      unique key hotline_action_order (order_id, seq)
    ) ${TABLE}`);
    await runner.query(`create table hotline_import (
      id ${ID} not null primary key,
      community_id ${ID} not null,
      file_hash ${HASH} not null,
      imported_by_id ${ID} not null,
      imported_at datetime(3) not null,
      row_count smallint unsigned not null,
      order_count smallint unsigned not null
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['hotline_import', 'hotline_action', 'hotline_order'])
      await runner.query(`drop table ${table}`);
  }
}
