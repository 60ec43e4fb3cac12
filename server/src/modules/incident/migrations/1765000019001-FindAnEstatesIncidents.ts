import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is appointed to one estate finds its open incidents as fast as a grid worker finds a grid's. */
export class FindAnEstatesIncidents1765000019001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table incident add key incident_estate_state_due (estate_id, state, next_due_at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident drop key incident_estate_state_due');
  }
}
