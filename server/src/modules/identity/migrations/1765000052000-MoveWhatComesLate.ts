import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When what came late after a merge is moved next. Of those from before this, everything has come. */
export class MoveWhatComesLate1765000052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person_merge
      add next_move_at datetime(3) null,
      add key person_merge_next_move (next_move_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table person_merge drop key person_merge_next_move, drop column next_move_at');
  }
}
