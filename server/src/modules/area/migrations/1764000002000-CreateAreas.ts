import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';

/** The tree of areas, estates, homes, and the places with a printed code. No foreign keys: areas are hot parents. */
export class CreateAreas1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table area (
      id ${ID} not null primary key,
      kind varchar(16) character set ascii collate ascii_bin not null,
      parent_id ${ID} null,
      subdistrict_id ${ID} null,
      community_id ${ID} null,
      grid_id ${ID} null,
      estate_id ${ID} null,
      name varchar(60) not null,
      code varchar(20) character set ascii collate ascii_bin null,
      short_code varchar(8) character set ascii collate ascii_bin null,
      polygon longtext null,
      lng double null,
      lat double null,
      sort int not null,
      created_at datetime(3) not null,
      key area_community_kind (community_id, kind, sort),
      key area_subdistrict_kind (subdistrict_id, kind)
    ) ${TABLE}`);

    await runner.query(`create table area_revision (
      id tinyint unsigned not null primary key,
      revision bigint unsigned not null
    ) ${TABLE}`);
    await runner.query('insert into area_revision (id, revision) values (1, 0)');

    await runner.query(`create table estate (
      id ${ID} not null primary key,
      community_id ${ID} not null,
      name varchar(60) not null,
      sort int not null,
      key estate_community (community_id, sort)
    ) ${TABLE}`);

    await runner.query(`create table home (
      id ${ID} not null primary key,
      community_id ${ID} not null,
      building_id ${ID} not null,
      entrance_id ${ID} not null,
      floor smallint not null,
      room varchar(16) not null,
      unique key home_door (entrance_id, room),
      key home_community (community_id, building_id)
    ) ${TABLE}`);

    await runner.query(`create table place (
      id ${ID} not null primary key,
      code char(8) character set ascii collate ascii_bin not null,
      label varchar(60) not null,
      address varchar(120) not null,
      community_id ${ID} not null,
      grid_id ${ID} null,
      building_id ${ID} null,
      estate_id ${ID} null,
      lng double not null,
      lat double not null,
      created_at datetime(3) not null,
      revoked_at datetime(3) null,
      unique key place_code (code),
      key place_community (community_id)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['place', 'home', 'estate', 'area_revision', 'area'])
      await runner.query(`drop table ${table}`);
  }
}
