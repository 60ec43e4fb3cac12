import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const HASH = 'char(64) character set ascii collate ascii_bin';
const word = (length: number) => `varchar(${length}) character set ascii collate ascii_bin`;

/**
 * Entries are only ever added, so that the application's database user needs no right to change them. Which of them wait
 * to be sealed stands in a table beside them for that reason, and not in a column.
 */
export class CreateAudit1765000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table audit_entry (
      id ${ID} not null primary key,
      at datetime(3) not null,
      action ${word(64)} not null,
      actor_id ${ID} null,
      actor_name varchar(50) null,
      subject_type ${word(32)} not null,
      subject_id ${word(64)} not null,
      subject_label varchar(120) null,
      about_person_id ${ID} null,
      community_id ${ID} null,
      details text not null,
      read_once ${HASH} null,
      unique key audit_entry_read_once (read_once),
      key audit_entry_actor (actor_id, id),
      key audit_entry_about (about_person_id, id),
      key audit_entry_subject (subject_id, id),
      key audit_entry_action (action, id),
      key audit_entry_community (community_id, id)
    ) ${TABLE}`);
    await runner.query(`create table audit_unsealed (
      entry_id ${ID} not null primary key
    ) ${TABLE}`);
    await runner.query(`create table audit_seal (
      seq bigint unsigned not null primary key,
      entry_id ${ID} not null,
      sealed_at datetime(3) not null,
      prev_hash ${HASH} not null,
      hash ${HASH} not null,
      unique key audit_seal_entry (entry_id)
    ) ${TABLE}`);
    await runner.query(`create table audit_head (
      id tinyint unsigned not null primary key,
      seq bigint unsigned not null,
      hash ${HASH} not null,
      sealed_at datetime(3) null
    ) ${TABLE}`);
    await runner.query(`create table audit_root (
      day date not null primary key,
      seq bigint unsigned not null,
      hash ${HASH} not null,
      published_at datetime(3) not null,
      pruned_at datetime(3) null
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_root', 'audit_head', 'audit_seal', 'audit_unsealed', 'audit_entry'])
      await runner.query(`drop table ${table}`);
  }
}
