import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that only grow, and the column by which somebody finds what in them is theirs. */
const OF_PEOPLE = [
  ['content_piece', 'author_id'],
  ['home_action', 'actor_person_id'],
  ['hotline_action', 'actor_person_id'],
  ['household_member_action', 'actor_person_id'],
  ['incident_action', 'actor_person_id'],
  ['notice_action', 'actor_person_id'],
  ['notice_read', 'person_id'],
  ['photo', 'owner_person_id'],
  ['task_action', 'actor_person_id'],
  ['voice_note', 'owner_person_id'],
  ['wechat_answer', 'person_id'],
] as const;

/** Showing people what is theirs, erasing it and merging two of them must not read whole tables. */
export class FindWhatIsSomebodys1765000028001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of OF_PEOPLE)
      await runner.query(`create index ${table}_whose on ${table} (${column})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of OF_PEOPLE) await runner.query(`drop index ${table}_whose on ${table}`);
  }
}
