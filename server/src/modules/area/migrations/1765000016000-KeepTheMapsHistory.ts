import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(20) character set ascii collate ascii_bin';

/** Areas are closed instead of deleted, every change of the map is kept with who made it, and codes are nobody else's. */
export class KeepTheMapsHistory1765000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table area
      add column closed_at datetime(3) null,
      add column map_version int unsigned not null default 0,
      add key area_parent (parent_id, kind),
      add unique key area_code (code)`);
    await runner.query('alter table estate add column closed_at datetime(3) null');

    await runner.query(`create table area_version (
      area_id ${ID} not null,
      version int unsigned not null,
      kind varchar(16) character set ascii collate ascii_bin not null,
      community_id ${ID} null,
      parent_id ${ID} null,
      grid_id ${ID} null,
      estate_id ${ID} null,
      name varchar(60) not null,
      code ${WORD} null,
      polygon longtext null,
      lng double null,
      lat double null,
      sort int not null,
      from_at datetime(3) not null,
      to_at datetime(3) null,
      primary key (area_id, version),
      key area_version_community (community_id, from_at)
    ) ${TABLE}`);
    await runner.query(`insert into area_version
      (area_id, version, kind, community_id, parent_id, grid_id, estate_id, name, code, polygon, lng, lat, sort, from_at)
      select id, 1, kind, community_id, parent_id, grid_id, estate_id, name, code, polygon, lng, lat, sort, created_at
        from area where kind <> 'entrance'`);
    await runner.query(`insert into area_version
      (area_id, version, kind, community_id, parent_id, estate_id, name, sort, from_at)
      select e.id, 1, 'estate', e.community_id, e.community_id, e.id, e.name, e.sort, c.created_at
        from estate e join area c on c.id = e.community_id`);

    await runner.query(`create table map_edit (
      id ${ID} not null primary key,
      community_id ${ID} not null,
      version int unsigned not null,
      actor_person_id ${ID} not null,
      actor_name varchar(60) not null,
      request_hash char(64) character set ascii collate ascii_bin not null,
      changed json not null,
      at datetime(3) not null,
      unique key map_edit_version (community_id, version)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table map_edit');
    await runner.query('drop table area_version');
    await runner.query('alter table estate drop column closed_at');
    await runner.query(
      'alter table area drop key area_code, drop key area_parent, drop column map_version, drop column closed_at',
    );
  }
}
