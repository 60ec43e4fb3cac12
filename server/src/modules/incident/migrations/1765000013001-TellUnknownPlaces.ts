import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Some things lie nobody knows where yet: the point they were given is their community's and says nothing of them. */
export class TellUnknownPlaces1765000013001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident add place_known tinyint(1) not null default 1 after lat');
    await runner.query(
      `update incident set place_known = 0
       where grid_id is null and building_id is null and place_label like '%（地点待核实）'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident drop column place_known');
  }
}
