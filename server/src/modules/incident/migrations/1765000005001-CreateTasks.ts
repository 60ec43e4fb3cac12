import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';

/** Organisations' parts of incidents, and their timelines. `lead` is a word of MySQL's, so it is quoted. */
export class CreateTasks1765000005001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table task (
      id ${ID} not null primary key,
      incident_id ${ID} not null,
      community_id ${ID} not null,
      organisation_id ${ID} not null,
      route ${WORD} not null,
      incident_round smallint unsigned not null,
      \`lead\` tinyint not null,
      note varchar(500) not null,
      state ${WORD} not null,
      due_at datetime(3) not null,
      asked_due_at datetime(3) null,
      round smallint unsigned not null,
      assigned_at datetime(3) not null,
      overdue_at datetime(3) null,
      breached tinyint not null,
      ended_at datetime(3) null,
      created_at datetime(3) not null,
      clock_policy_id ${ID} not null,
      key task_incident (incident_id, created_at),
      key task_organisation_state_due (organisation_id, state, due_at),
      key task_organisation_ended (organisation_id, ended_at)
    ) ${TABLE}`);
    await runner.query(`create table task_action (
      id ${ID} not null primary key,
      task_id ${ID} not null,
      seq smallint unsigned not null,
      action ${WORD} not null,
      organisation_id ${ID} not null,
      actor_person_id ${ID} null,
      actor_name varchar(60) not null,
      actor_role ${WORD} null,
      at datetime(3) not null,
      note varchar(500) null,
      photo_ids text not null,
      data text not null,
      request_hash char(64) character set ascii collate ascii_bin not null,
      unique key task_action_order (task_id, seq)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['task_action', 'task']) await runner.query(`drop table ${table}`);
  }
}
