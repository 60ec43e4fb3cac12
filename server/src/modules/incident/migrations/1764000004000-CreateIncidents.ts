import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin';
const ID = 'char(36) character set ascii collate ascii_bin';
const WORD = 'varchar(32) character set ascii collate ascii_bin';
const HASH = 'char(64) character set ascii collate ascii_bin';

/** Kinds a community can begin with; code, label, lucide icon, who may know. */
const CATEGORIES: [string, string, string, string][] = [
  ['sanitation', '环境卫生', 'trash-2', 'public'],
  ['lighting', '公共照明', 'lightbulb', 'public'],
  ['facility', '公共设施', 'wrench', 'public'],
  ['parking', '车辆停放', 'car', 'public'],
  ['corridor', '楼道堆物', 'package', 'public'],
  ['fire_safety', '消防安全', 'flame', 'public'],
  ['water', '水电管道', 'droplets', 'public'],
  ['noise', '邻里噪声', 'volume-2', 'neighbours'],
  ['help', '需要帮忙', 'hand-heart', 'staff'],
  ['dispute', '邻里矛盾', 'handshake', 'staff'],
  ['other', '别的', 'ellipsis', 'neighbours'],
];

/** Incidents, their timeline, clocks, and what these read: categories, limits, running numbers. */
export class CreateIncidents1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table incident (
      id ${ID} not null primary key,
      number varchar(24) character set ascii collate ascii_bin not null,
      community_id ${ID} not null,
      grid_id ${ID} null,
      building_id ${ID} null,
      estate_id ${ID} null,
      category_code ${WORD} not null,
      description varchar(200) not null,
      place_label varchar(200) not null,
      place_note varchar(60) null,
      lng double not null,
      lat double not null,
      state ${WORD} not null,
      difficulty ${WORD} null,
      route ${WORD} null,
      reporter_id ${ID} not null,
      reporter_name varchar(60) not null,
      handler_id ${ID} null,
      handler_name varchar(60) null,
      resolver_id ${ID} null,
      clock_policy_id ${ID} not null,
      next_due_at datetime(3) null,
      reported_at datetime(3) not null,
      happened_at datetime(3) null,
      published_at datetime(3) null,
      resolved_at datetime(3) null,
      closed_at datetime(3) null,
      rating tinyint unsigned null,
      request_hash ${HASH} not null,
      key incident_community_reported (community_id, reported_at),
      key incident_community_state_due (community_id, state, next_due_at),
      key incident_community_resolved (community_id, resolved_at),
      key incident_grid_reported (grid_id, reported_at),
      key incident_grid_state_due (grid_id, state, next_due_at),
      key incident_reporter (reporter_id, reported_at)
    ) ${TABLE}`);

    await runner.query(`create table incident_action (
      id ${ID} not null primary key,
      incident_id ${ID} not null,
      seq smallint unsigned not null,
      action ${WORD} not null,
      actor_person_id ${ID} not null,
      actor_name varchar(60) not null,
      actor_role ${WORD} not null,
      at datetime(3) not null,
      note varchar(500) null,
      photo_ids text not null,
      data text not null,
      request_hash ${HASH} not null,
      unique key incident_action_order (incident_id, seq)
    ) ${TABLE}`);

    await runner.query(`create table clock (
      id ${ID} not null primary key,
      subject_type ${WORD} not null,
      subject_id ${ID} not null,
      kind ${WORD} not null,
      policy_version_id ${ID} not null,
      community_id ${ID} not null,
      started_at datetime(3) not null,
      due_at datetime(3) not null,
      stopped_at datetime(3) null,
      breached tinyint not null,
      unique key clock_subject (subject_type, subject_id, kind),
      key clock_due (community_id, stopped_at, due_at)
    ) ${TABLE}`);

    await runner.query(`create table clock_policy (
      id ${ID} not null primary key,
      community_id ${ID} null,
      version int unsigned not null,
      in_force_from datetime(3) not null,
      response_minutes int unsigned not null,
      simple_minutes int unsigned not null,
      complex_minutes int unsigned not null,
      key clock_policy_community (community_id, in_force_from)
    ) ${TABLE}`);
    await runner.query(`insert into clock_policy
      (id, community_id, version, in_force_from, response_minutes, simple_minutes, complex_minutes)
      values ('01900000-0000-7000-8000-000000000001', null, 1, '2020-01-01 00:00:00.000', 5, 30, 240)`);

    await runner.query(`create table incident_category (
      code ${WORD} not null primary key,
      label varchar(20) not null,
      icon ${WORD} not null,
      visibility ${WORD} not null,
      enabled tinyint not null,
      sort int not null
    ) ${TABLE}`);
    for (const [index, category] of CATEGORIES.entries()) {
      await runner.query(
        'insert into incident_category (code, label, icon, visibility, enabled, sort) values (?, ?, ?, ?, 1, ?)',
        [...category, index + 1],
      );
    }

    await runner.query(`create table incident_number (
      community_id ${ID} not null,
      day char(10) character set ascii collate ascii_bin not null,
      last int unsigned not null,
      primary key (community_id, day)
    ) ${TABLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'incident_number',
      'incident_category',
      'clock_policy',
      'clock',
      'incident_action',
      'incident',
    ];
    for (const table of tables) await runner.query(`drop table ${table}`);
  }
}
