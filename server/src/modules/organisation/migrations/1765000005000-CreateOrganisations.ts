import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';

/** Organisations, and appointments to them. */
export class CreateOrganisations1765000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table organisation (
      id ${ID} not null primary key,
      kind ${WORD} not null,
      name varchar(60) not null,
      community_id ${ID} null,
      subdistrict_id ${ID} not null,
      dissolved_at datetime(3) null,
      created_at datetime(3) not null,
      key organisation_community (community_id),
      key organisation_subdistrict (subdistrict_id, community_id)
    ) ${TABLE}`);
    await runner.query(
      `alter table appointment add column organisation_id ${ID} null after grid_id,
       add key appointment_organisation (organisation_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table appointment drop key appointment_organisation, drop column organisation_id',
    );
    await runner.query('drop table organisation');
  }
}
