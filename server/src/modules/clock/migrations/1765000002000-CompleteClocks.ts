import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';
const CALENDAR_ID = '01900000-0000-7000-8000-000000000002';

/** From, to (both included), name; 国务院办公厅关于2026年部分节假日安排的通知. Later years are added through the API. */
const HOLIDAYS_2026: [string, string, string][] = [
  ['2026-01-01', '2026-01-03', '元旦'],
  ['2026-02-15', '2026-02-23', '春节'],
  ['2026-04-04', '2026-04-06', '清明节'],
  ['2026-05-01', '2026-05-05', '劳动节'],
  ['2026-06-19', '2026-06-21', '端午节'],
  ['2026-09-25', '2026-09-27', '中秋节'],
  ['2026-10-01', '2026-10-07', '国庆节'],
];
/** The weekend days worked in their place, by the same notice. */
const WORKDAYS_2026: [string, string][] = [
  ['2026-01-04', '元旦调休'],
  ['2026-02-14', '春节调休'],
  ['2026-02-28', '春节调休'],
  ['2026-05-09', '劳动节调休'],
  ['2026-09-20', '国庆节调休'],
  ['2026-10-10', '国庆节调休'],
];

/** Policies by area and category with service hours, the work calendar, and clocks that pause, warn and are swept. */
export class CompleteClocks1765000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table clock_policy
      drop key clock_policy_community,
      change community_id area_id ${ID} null,
      add category_code ${WORD} null after area_id,
      add plan_minutes int unsigned not null default 1440,
      add confirm_days int unsigned not null default 7,
      add hold_decision_minutes int unsigned not null default 120,
      add escalation_minutes text null,
      add service_hours text null,
      add added_by_id ${ID} null,
      add added_by_name varchar(60) null,
      add key clock_policy_area (area_id, in_force_from)`);
    await runner.query(`update clock_policy set escalation_minutes = '[0,30,120]'`);
    await runner.query('alter table clock_policy modify escalation_minutes text not null');

    await runner.query(`create table work_calendar (
      id ${ID} not null primary key,
      version int unsigned not null,
      in_force_from datetime(3) not null,
      days text not null,
      added_by_id ${ID} null,
      added_by_name varchar(60) null,
      unique key work_calendar_version (version)
    ) ${TABLE}`);
    await runner.query(
      `insert into work_calendar (id, version, in_force_from, days) values (?, 1, '2020-01-01 00:00:00.000', ?)`,
      [CALENDAR_ID, JSON.stringify(days2026())],
    );
    // A default, so that what was reported before keeps a calendar and what is written by hand gets one.
    await runner.query(
      `alter table incident add work_calendar_id ${ID} not null default '${CALENDAR_ID}' after clock_policy_id`,
    );

    await runner.query(`alter table clock
      drop key clock_subject,
      add round smallint unsigned not null default 1 after kind,
      add paused_at datetime(3) null after stopped_at,
      add undecided_since datetime(3) null after paused_at,
      add limit_minutes int unsigned not null default 0 after undecided_since,
      add warn_at datetime(3) null,
      add warned_at datetime(3) null,
      add next_sweep_at datetime(3) null,
      add unique key clock_subject (subject_type, subject_id, kind, round),
      add key clock_sweep (next_sweep_at)`);
    await runner.query('update clock set limit_minutes = timestampdiff(minute, started_at, due_at)');
    // Whatever still waits for something to happen by itself is looked at once and works the rest out from its timeline.
    await runner.query(`update clock c join incident i on i.id = c.subject_id
      set c.next_sweep_at = utc_timestamp(3) where i.state <> 'closed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Of the further kinds and rounds nothing was known before.
    await runner.query(`delete from clock where round > 1 or kind not in ('response', 'solve')`);
    await runner.query(`alter table clock
      drop key clock_sweep, drop key clock_subject,
      drop round, drop paused_at, drop undecided_since, drop limit_minutes, drop warn_at, drop warned_at, drop next_sweep_at,
      add unique key clock_subject (subject_type, subject_id, kind)`);
    await runner.query('alter table incident drop work_calendar_id');
    await runner.query('drop table work_calendar');
    await runner.query(`alter table clock_policy
      drop key clock_policy_area,
      drop category_code, drop plan_minutes, drop confirm_days, drop hold_decision_minutes, drop escalation_minutes,
      drop service_hours, drop added_by_id, drop added_by_name,
      change area_id community_id ${ID} null,
      add key clock_policy_community (community_id, in_force_from)`);
  }
}

function days2026(): { date: string; kind: 'holiday' | 'workday'; name: string }[] {
  const days = WORKDAYS_2026.map(([date, name]) => ({
    date,
    kind: 'workday' as 'holiday' | 'workday',
    name,
  }));
  for (const [first, last, name] of HOLIDAYS_2026) {
    for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
      days.push({ date: new Date(at).toISOString().slice(0, 10), kind: 'holiday', name });
    }
  }
  return days.sort((one, other) => (one.date < other.date ? -1 : 1));
}
