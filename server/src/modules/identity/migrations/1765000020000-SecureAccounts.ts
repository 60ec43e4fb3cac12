import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const ASCII = 'character set ascii collate ascii_bin';

/** Passwords that were given and are to be changed, the second step, the way through several steps, and sessions one can recognise. */
export class SecureAccounts1765000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person_login
      add column secret_set_at datetime(3) null,
      add column change_due tinyint not null default 0,
      add column one_time_until datetime(3) null,
      add column secret_action_id ${ID} null`);

    await runner.query(`create table former_password (
      id ${ID} not null primary key,
      login_id ${ID} not null,
      secret_hash varchar(200) ${ASCII} not null,
      replaced_at datetime(3) not null,
      key former_password_login (login_id, replaced_at)
    ) ${TABLE}`);

    await runner.query(`create table second_step (
      person_id ${ID} not null primary key,
      sealed_secret varchar(255) ${ASCII} null,
      since_at datetime(3) null,
      last_step bigint not null default 0,
      sealed_next varchar(255) ${ASCII} null,
      next_until datetime(3) null
    ) ${TABLE}`);

    await runner.query(`create table recovery_code (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      code_index char(64) ${ASCII} not null,
      created_at datetime(3) not null,
      used_at datetime(3) null,
      unique key recovery_code_person (person_id, code_index)
    ) ${TABLE}`);

    await runner.query(`create table sign_in_ticket (
      id ${ID} not null primary key,
      token_hash char(64) ${ASCII} not null,
      person_id ${ID} not null,
      login_id ${ID} not null,
      step varchar(16) ${ASCII} not null,
      second_step tinyint not null,
      created_at datetime(3) not null,
      expires_at datetime(3) not null,
      used_at datetime(3) null,
      unique key sign_in_ticket_token (token_hash),
      key sign_in_ticket_person (person_id)
    ) ${TABLE}`);

    await runner.query(`alter table session
      modify column ended_why varchar(32) ${ASCII} null,
      add column ended_by_id ${ID} null,
      add column device varchar(60) null,
      add column last_seen_at datetime(3) null,
      add column second_step tinyint not null default 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table session
      drop column second_step, drop column last_seen_at, drop column device, drop column ended_by_id`);
    for (const table of ['sign_in_ticket', 'recovery_code', 'second_step', 'former_password'])
      await runner.query(`drop table ${table}`);
    await runner.query(`alter table person_login
      drop column secret_action_id, drop column one_time_until, drop column change_due, drop column secret_set_at`);
  }
}
