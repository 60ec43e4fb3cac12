import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts of codes sent and of wrong passwords are taken away by their age. */
export class FindOldCounts1765000052002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index phone_code_quota_sent on phone_code_quota (last_sent_at)');
    await runner.query('create index password_failure_since on password_failure (first_failed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index password_failure_since on password_failure');
    await runner.query('drop index phone_code_quota_sent on phone_code_quota');
  }
}
