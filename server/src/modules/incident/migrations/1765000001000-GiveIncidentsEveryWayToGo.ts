import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';

/** Rounds, plans, holds, merging, escalation, check-backs and reports for callers; and entries that nobody made. */
export class GiveIncidentsEveryWayToGo1765000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident
      add column round smallint unsigned not null default 1,
      add column plan_due_at datetime(3) null,
      add column hold_requested_at datetime(3) null,
      add column hold_requested_by ${ID} null,
      add column merged_into_id ${ID} null,
      add column open_task_count smallint unsigned not null default 0,
      add column escalation_step tinyint unsigned not null default 0,
      add column checked_back_at datetime(3) null,
      add column entered_by_id ${ID} null,
      add column entered_by_name varchar(60) null,
      add column follow_code char(10) character set ascii collate ascii_bin null,
      add key incident_merged_into (merged_into_id),
      add unique key incident_follow_code (follow_code)`);
    await runner.query(`alter table incident_action
      modify column actor_person_id ${ID} null,
      modify column actor_role ${WORD} null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from incident_action where actor_person_id is null');
    await runner.query(`alter table incident_action
      modify column actor_person_id ${ID} not null,
      modify column actor_role ${WORD} not null`);
    await runner.query(`alter table incident
      drop key incident_follow_code, drop key incident_merged_into,
      drop column follow_code, drop column entered_by_name, drop column entered_by_id, drop column checked_back_at,
      drop column escalation_step, drop column open_task_count, drop column merged_into_id,
      drop column hold_requested_by, drop column hold_requested_at, drop column plan_due_at, drop column round`);
  }
}
