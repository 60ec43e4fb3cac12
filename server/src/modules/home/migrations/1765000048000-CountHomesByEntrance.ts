import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many homes each entrance of a community has is read from an index alone. */
export class CountHomesByEntrance1765000048000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table home drop key home_community, add key home_community (community_id, building_id, entrance_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table home drop key home_community, add key home_community (community_id, building_id)',
    );
  }
}
