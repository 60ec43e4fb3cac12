import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to when an order was warned of, and no longer how often: how many warnings there are can be set differently later. */
export class WarnOfEachMomentOnce1765000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table hotline_order add warned_to datetime(3) null after overdue_at');
    await runner.query(
      `update hotline_order set warned_to = if(sweep_step = 0, entered_at,
         greatest(entered_at, outside_due_at - interval if(sweep_step = 1, 24, 2) hour))`,
    );
    await runner.query(
      'alter table hotline_order modify warned_to datetime(3) not null, drop column sweep_step',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table hotline_order add sweep_step tinyint unsigned null after overdue_at');
    await runner.query(
      `update hotline_order set sweep_step = if(overdue_at is null, 0, 3)
         + if(overdue_at is null and warned_to >= outside_due_at - interval 24 hour, 1, 0)
         + if(overdue_at is null and warned_to >= outside_due_at - interval 2 hour, 1, 0)`,
    );
    await runner.query(
      'alter table hotline_order modify sweep_step tinyint unsigned not null, drop column warned_to',
    );
  }
}
