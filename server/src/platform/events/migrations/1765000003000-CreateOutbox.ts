import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';
const NAME = 'varchar(100) character set ascii collate ascii_bin';

/** Events that changes owe, and which effects have been done for which event. */
export class CreateOutbox1765000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table outbox_event (
      id ${ID} not null primary key,
      type varchar(64) character set ascii collate ascii_bin not null,
      subject_type ${WORD} not null,
      subject_id ${ID} not null,
      subject_seq int unsigned not null,
      community_id ${ID} null,
      at datetime(3) not null,
      recorded_at datetime(3) not null,
      data text not null,
      state varchar(8) character set ascii collate ascii_bin not null default 'pending',
      attempts smallint unsigned not null default 0,
      available_at datetime(3) not null,
      owner varchar(64) character set ascii collate ascii_bin null,
      lease_until datetime(3) null,
      last_error varchar(300) null,
      done_at datetime(3) null,
      unique key outbox_event_order (subject_type, subject_id, subject_seq),
      key outbox_event_subject_work (subject_type, subject_id, state, subject_seq),
      key outbox_event_work (state, available_at),
      key outbox_event_finished (state, done_at),
      key outbox_event_tail (recorded_at, id)
    ) ${TABLE}`);
    await runner.query(`create table effect_run (
      event_id ${ID} not null,
      effect ${NAME} not null,
      done_at datetime(3) not null,
      primary key (event_id, effect)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table effect_run');
    await runner.query('drop table outbox_event');
  }
}
