import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was pruned shows by the first seal that is left, which covers its own time; a root's mark covered nothing. */
export class BeginAuditAtASeal1765000027000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_root drop column pruned_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_root add column pruned_at datetime(3) null');
  }
}
