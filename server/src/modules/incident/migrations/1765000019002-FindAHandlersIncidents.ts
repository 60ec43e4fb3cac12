import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has in hand is looked for when they leave. */
export class FindAHandlersIncidents1765000019002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident add key incident_handler_state (handler_id, state)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident drop key incident_handler_state');
  }
}
