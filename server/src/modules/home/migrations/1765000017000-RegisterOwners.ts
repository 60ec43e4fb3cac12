import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ASCII = 'character set ascii collate ascii_bin';
const ID = `char(36) ${ASCII}`;

/** Floor areas, titles and uses of homes; the owner register; files of both on their way in. */
export class RegisterOwners1765000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table home
      add column estate_id ${ID} null after community_id,
      add column usage_kind varchar(16) ${ASCII} not null default 'residence',
      add column floor_area int unsigned null,
      add column title_number varchar(60) null,
      add column created_at datetime(3) null,
      add key home_estate (estate_id, building_id),
      add key home_building (building_id, entrance_id)`);
    await runner.query(
      'update home h join area b on b.id = h.building_id set h.estate_id = b.estate_id, h.created_at = b.created_at',
    );
    await runner.query('alter table home modify column created_at datetime(3) not null');

    await runner.query(`create table home_owner (
      id ${ID} not null primary key,
      home_id ${ID} not null,
      community_id ${ID} not null,
      building_id ${ID} not null,
      estate_id ${ID} null,
      name varchar(60) not null,
      owner_kind varchar(16) ${ASCII} not null,
      sealed_phone varchar(200) ${ASCII} null,
      phone_index char(64) ${ASCII} null,
      share_numerator int unsigned null,
      share_denominator int unsigned null,
      person_id ${ID} null,
      from_at datetime(3) not null,
      to_at datetime(3) null,
      import_id ${ID} null,
      key home_owner_home (home_id, to_at),
      key home_owner_community (community_id, to_at),
      key home_owner_phone (phone_index, to_at),
      key home_owner_name (community_id, name),
      key home_owner_person (person_id, to_at)
    ) ${TABLE}`);

    await runner.query(`create table home_action (
      id ${ID} not null primary key,
      home_id ${ID} not null,
      action varchar(16) ${ASCII} not null,
      actor_person_id ${ID} not null,
      actor_name varchar(60) not null,
      at datetime(3) not null,
      request_hash char(64) ${ASCII} not null,
      key home_action_home (home_id, at)
    ) ${TABLE}`);

    await runner.query(`create table home_import (
      id ${ID} not null primary key,
      community_id ${ID} not null,
      open_community_id ${ID} null,
      file_hash char(64) ${ASCII} not null,
      state varchar(16) ${ASCII} not null,
      sent_by_id ${ID} not null,
      sent_by_name varchar(60) not null,
      sent_at datetime(3) not null,
      row_count int unsigned null,
      rows_checked int unsigned not null,
      sealed_findings longtext ${ASCII} null,
      plan_hash char(64) ${ASCII} null,
      refusal varchar(300) null,
      confirmed_by_id ${ID} null,
      confirm_action_id ${ID} null,
      over_at datetime(3) null,
      lease_until datetime(3) null,
      lease_by ${ID} null,
      attempts tinyint unsigned not null,
      unique key home_import_open (open_community_id),
      key home_import_community (community_id, sent_at),
      key home_import_work (state, lease_until)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['home_import', 'home_action', 'home_owner'])
      await runner.query(`drop table ${table}`);
    await runner.query(`alter table home drop key home_estate, drop key home_building, drop column estate_id,
      drop column usage_kind, drop column floor_area, drop column title_number, drop column created_at`);
  }
}
