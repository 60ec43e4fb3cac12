import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes to many at once stands in a line of its own, so that nobody's own message waits behind it. */
export class SendToManyBesideTheRest1765000046001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table delivery add column to_many tinyint(1) not null default 0,
        drop key delivery_due, add key delivery_due (state, channel, to_many, next_at)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table delivery drop key delivery_due, add key delivery_due (state, channel, next_at), drop column to_many',
    );
  }
}
