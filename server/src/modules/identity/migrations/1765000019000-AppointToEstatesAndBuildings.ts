import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';

/** A role may be for one estate or one building of a community. */
export class AppointToEstatesAndBuildings1765000019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table appointment
      add column estate_id ${ID} null after grid_id,
      add column building_id ${ID} null after estate_id,
      add key appointment_estate (estate_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table appointment drop key appointment_estate, drop column estate_id, drop column building_id',
    );
  }
}
