import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';

/** Leaves, who stands in, and whether what somebody had in hand was seen to when they had it no longer. */
export class LeavesAndStandIns1765000019003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table appointment
      add column stand_in_for_id ${ID} null after organisation_id,
      add column settled_at datetime(3) null after to_at,
      add key appointment_settled (settled_at, to_at)`);
    // What ended before anybody looked stays as it is.
    await runner.query('update appointment set settled_at = to_at where to_at <= utc_timestamp(3)');
    await runner.query(`create table appointment_leave (
      id ${ID} not null primary key,
      appointment_id ${ID} not null,
      from_at datetime(3) not null,
      to_at datetime(3) not null,
      settled_at datetime(3) null,
      key appointment_leave_of (appointment_id, from_at),
      key appointment_leave_settled (settled_at, from_at)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table appointment_leave');
    await runner.query(
      'alter table appointment drop key appointment_settled, drop column stand_in_for_id, drop column settled_at',
    );
  }
}
