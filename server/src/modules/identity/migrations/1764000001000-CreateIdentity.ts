import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const ASCII = 'character set ascii collate ascii_bin';

/** People, their ways in, their sessions and their appointments. */
export class CreateIdentity1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table person (
      id ${ID} not null primary key,
      name varchar(40) not null,
      demo_key varchar(40) ${ASCII} null,
      demo_client varchar(16) ${ASCII} null,
      demo_hint varchar(100) null,
      suspended_at datetime(3) null,
      created_at datetime(3) not null,
      unique key person_demo_key (demo_key)
    ) ${TABLE}`);

    await runner.query(`create table person_login (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      kind varchar(16) ${ASCII} not null,
      realm varchar(64) ${ASCII} not null,
      subject varchar(128) ${ASCII} not null,
      secret_hash varchar(200) ${ASCII} null,
      sealed_phone varchar(255) ${ASCII} null,
      created_at datetime(3) not null,
      unique key person_login_subject (kind, realm, subject),
      key person_login_person (person_id)
    ) ${TABLE}`);

    await runner.query(`create table one_time_code (
      id ${ID} not null primary key,
      phone_index char(64) ${ASCII} not null,
      code_hash char(64) ${ASCII} not null,
      tries tinyint unsigned not null,
      created_at datetime(3) not null,
      expires_at datetime(3) not null,
      used_at datetime(3) null,
      key one_time_code_phone (phone_index, created_at)
    ) ${TABLE}`);

    await runner.query(`create table phone_code_quota (
      phone_index char(64) ${ASCII} not null primary key,
      day int not null,
      sent int not null,
      last_sent_at datetime(3) null
    ) ${TABLE}`);

    await runner.query(`create table password_failure (
      account_index char(64) ${ASCII} not null primary key,
      failures int not null,
      first_failed_at datetime(3) not null,
      locked_until datetime(3) null
    ) ${TABLE}`);

    await runner.query(`create table session (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      method varchar(16) ${ASCII} not null,
      created_at datetime(3) not null,
      ended_at datetime(3) null,
      ended_why varchar(16) ${ASCII} null,
      key session_person (person_id)
    ) ${TABLE}`);

    await runner.query(`create table refresh_token (
      id ${ID} not null primary key,
      session_id ${ID} not null,
      token_hash char(64) ${ASCII} not null,
      issued_at datetime(3) not null,
      expires_at datetime(3) not null,
      rotated_at datetime(3) null,
      unique key refresh_token_hash (token_hash),
      key refresh_token_session (session_id)
    ) ${TABLE}`);

    await runner.query(`create table appointment (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      role varchar(32) ${ASCII} not null,
      area_id ${ID} null,
      subdistrict_id ${ID} null,
      community_id ${ID} null,
      grid_id ${ID} null,
      from_at datetime(3) not null,
      to_at datetime(3) null,
      created_at datetime(3) not null,
      key appointment_person (person_id, from_at),
      key appointment_area (area_id)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'appointment',
      'refresh_token',
      'session',
      'password_failure',
      'phone_code_quota',
      'one_time_code',
      'person_login',
      'person',
    ]) {
      await runner.query(`drop table ${table}`);
    }
  }
}
