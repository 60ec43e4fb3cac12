import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';
const ASCII = 'character set ascii collate ascii_bin';

/** Who made and who took out of use a printed code, why, and which code came after it. */
export class KeepPlaceSheets1765000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table place
      add column created_by_id ${ID} null,
      add column revoked_by_id ${ID} null,
      add column revoked_why varchar(16) ${ASCII} null,
      add column replaces_id ${ID} null,
      add column request_hash char(64) ${ASCII} null,
      add unique key place_replaces (replaces_id),
      add key place_community_made (community_id, created_at),
      add key place_building (building_id),
      drop key place_community`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table place
      add key place_community (community_id),
      drop key place_building,
      drop key place_community_made,
      drop key place_replaces,
      drop column request_hash,
      drop column replaces_id,
      drop column revoked_why,
      drop column revoked_by_id,
      drop column created_by_id`);
  }
}
