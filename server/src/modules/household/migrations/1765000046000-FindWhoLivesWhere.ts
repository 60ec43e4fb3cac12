import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everybody of a community, of some of its grids or of some of its buildings, in the order of who they are. */
export class FindWhoLivesWhere1765000046000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table household_member add key household_member_people (community_id, state, person_id, grid_id, building_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table household_member drop key household_member_people');
  }
}
