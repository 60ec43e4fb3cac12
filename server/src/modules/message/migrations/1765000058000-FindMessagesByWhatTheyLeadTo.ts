import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said to thousands can be found again by what it leads to, to be taken back. */
export class FindMessagesByWhatTheyLeadTo1765000058000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table inbox_message add key inbox_message_link (link_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table inbox_message drop key inbox_message_link');
  }
}
