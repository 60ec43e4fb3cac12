import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did something of a kind last in a community is found from the newest backwards. */
export class FindTheUsualHelper1765000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index task_community_ended on task (community_id, state, ended_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index task_community_ended on task');
  }
}
