import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';
const CAUSE = 'varchar(120) character set ascii collate ascii_bin';

/** What people are told, what they chose, and what still has to go out by WeChat, SMS or a group's robot. */
export class CreateMessages1765000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table inbox_message (
      id ${ID} not null primary key,
      person_id ${ID} not null,
      kind ${WORD} not null,
      title varchar(60) not null,
      body varchar(500) not null,
      link_type ${WORD} not null,
      link_id ${ID} null,
      community_id ${ID} null,
      cause ${CAUSE} not null,
      at datetime(3) not null,
      read_at datetime(3) null,
      unique key inbox_message_cause (person_id, cause),
      key inbox_message_newest (person_id, at, id),
      key inbox_message_unread (person_id, read_at, at)
    ) ${TABLE}`);

    await runner.query(`create table delivery (
      id ${ID} not null primary key,
      channel ${WORD} not null,
      target_id ${ID} not null,
      kind ${WORD} null,
      title varchar(60) not null,
      body varchar(500) not null,
      link_type ${WORD} not null,
      link_id ${ID} null,
      cause ${CAUSE} not null,
      at datetime(3) not null,
      state ${WORD} not null,
      attempts tinyint unsigned not null,
      next_at datetime(3) not null,
      claimed_by ${ID} null,
      last_error varchar(200) null,
      sending_id ${ID} null,
      sent_at datetime(3) null,
      unique key delivery_cause (channel, target_id, cause),
      key delivery_due (state, channel, next_at),
      key delivery_target_sent (target_id, sent_at)
    ) ${TABLE}`);

    await runner.query(`create table message_setting (
      person_id ${ID} not null,
      kind ${WORD} not null,
      channel ${WORD} not null,
      chosen tinyint not null,
      primary key (person_id, kind, channel)
    ) ${TABLE}`);

    await runner.query(`create table message_quiet_hours (
      person_id ${ID} not null primary key,
      from_time char(5) character set ascii collate ascii_bin null,
      to_time char(5) character set ascii collate ascii_bin null
    ) ${TABLE}`);

    await runner.query(`create table wechat_subscription (
      person_id ${ID} not null,
      template_id varchar(64) character set ascii collate ascii_bin not null,
      granted smallint unsigned not null,
      refused_at datetime(3) null,
      banned tinyint not null,
      primary key (person_id, template_id)
    ) ${TABLE}`);

    await runner.query(`create table wechat_answer (
      id ${ID} not null,
      template_id varchar(64) character set ascii collate ascii_bin not null,
      person_id ${ID} not null,
      answer ${WORD} not null,
      at datetime(3) not null,
      primary key (id, template_id)
    ) ${TABLE}`);

    await runner.query(`create table staff_group (
      community_id ${ID} not null primary key,
      sealed_key varchar(255) character set ascii collate ascii_bin not null,
      key_end char(4) character set ascii collate ascii_bin not null,
      enabled tinyint not null,
      last_ok_at datetime(3) null,
      last_error varchar(200) null,
      last_error_at datetime(3) null,
      held_by ${ID} null,
      held_until datetime(3) null,
      changed_by ${ID} not null,
      changed_at datetime(3) not null
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'staff_group',
      'wechat_answer',
      'wechat_subscription',
      'message_quiet_hours',
      'message_setting',
      'delivery',
      'inbox_message',
    ];
    for (const table of tables) await runner.query(`drop table ${table}`);
  }
}
