import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';
const HASH = 'char(64) character set ascii collate ascii_bin';

/** Who belongs to which home, what became of each claim, and how many somebody has made today. */
export class CreateHouseholds1765000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table household_member (
      id ${ID} not null primary key,
      home_id ${ID} not null,
      community_id ${ID} not null,
      grid_id ${ID} null,
      estate_id ${ID} null,
      building_id ${ID} not null,
      home_label varchar(200) not null,
      person_id ${ID} not null,
      name varchar(40) not null,
      relation ${WORD} not null,
      lives_here tinyint(1) not null,
      state ${WORD} not null,
      confirmed_way ${WORD} null,
      reason varchar(100) null,
      claimed_at datetime(3) not null,
      from_at datetime(3) null,
      to_at datetime(3) null,
      open_key char(73) character set ascii collate ascii_bin null,
      request_hash ${HASH} not null,
      unique key household_member_open (open_key),
      key household_member_person (person_id, claimed_at, id),
      key household_member_home (home_id, state),
      key household_member_community (community_id, state, claimed_at, id),
      key household_member_estate (estate_id, state, claimed_at, id),
      key household_member_building (building_id, state, claimed_at, id)
    ) ${TABLE}`);
    await runner.query(`create table household_member_action (
      id ${ID} not null primary key,
      member_id ${ID} not null,
      seq smallint unsigned not null,
      action ${WORD} not null,
      actor_person_id ${ID} null,
      actor_name varchar(60) not null,
      at datetime(3) not null,
      reason varchar(100) null,
      request_hash ${HASH} not null,
      unique key household_member_action_order (member_id, seq)
    ) ${TABLE}`);
    await runner.query(`create table home_claim_quota (
      person_id ${ID} not null,
      day char(10) character set ascii collate ascii_bin not null,
      claims smallint unsigned not null,
      primary key (person_id, day)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['home_claim_quota', 'household_member_action', 'household_member'])
      await runner.query(`drop table ${table}`);
  }
}
