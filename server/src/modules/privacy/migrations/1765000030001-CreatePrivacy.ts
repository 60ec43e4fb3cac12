import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(20) character set ascii collate ascii_bin';
const SEALED = 'varchar(255) character set ascii collate ascii_bin';

/** What people agreed to and took back, their guardians, what they asked to be given, and their leaving. */
export class CreatePrivacy1765000030001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table privacy_consent (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      kind ${WORD} not null,
      given tinyint not null,
      version ${WORD} null,
      age ${WORD} null,
      way ${WORD} not null,
      at datetime(3) not null,
      key privacy_consent_person (person_id, kind, at, id)
    ) ${TABLE}`);
    await runner.query(`create table privacy_guardian (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      sealed_name ${SEALED} not null,
      relation ${WORD} not null,
      phone_index char(64) character set ascii collate ascii_bin not null,
      sealed_phone ${SEALED} not null,
      given_at datetime(3) not null,
      withdrawn_at datetime(3) null,
      open_key ${ID} null,
      unique key privacy_guardian_open (open_key),
      key privacy_guardian_person (person_id),
      key privacy_guardian_phone (phone_index)
    ) ${TABLE}`);
    await runner.query(`create table privacy_export (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      asked_at datetime(3) not null,
      expires_at datetime(3) not null,
      key privacy_export_person (person_id, asked_at),
      key privacy_export_expires (expires_at)
    ) ${TABLE}`);
    await runner.query(`create table privacy_erasure (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      state ${WORD} not null,
      asked_at datetime(3) not null,
      due_at datetime(3) not null,
      next_try_at datetime(3) null,
      ended_at datetime(3) null,
      obstacles text null,
      open_key ${ID} null,
      unique key privacy_erasure_open (open_key),
      key privacy_erasure_person (person_id, asked_at),
      key privacy_erasure_next (next_try_at)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['privacy_erasure', 'privacy_export', 'privacy_guardian', 'privacy_consent'])
      await runner.query(`drop table ${table}`);
  }
}
