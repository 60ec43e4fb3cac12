import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';

/** Who follows what, what is found near a spot, and which kinds of report point to a danger by themselves. */
export class FollowIncidents1765000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table incident_follower (
      incident_id ${ID} not null,
      person_id ${ID} not null,
      followed_at datetime(3) not null,
      primary key (incident_id, person_id),
      key incident_follower_person (person_id, followed_at, incident_id)
    ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin`);
    await runner.query(
      'create index incident_near on incident (community_id, category_code, state, lat, lng)',
    );
    await runner.query(
      `alter table incident_category
       add emergency varchar(32) character set ascii collate ascii_bin null after visibility`,
    );
    await runner.query(`update incident_category set emergency = '119' where code = 'fire_safety'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident_category drop column emergency');
    await runner.query('drop index incident_near on incident');
    await runner.query('drop table incident_follower');
  }
}
