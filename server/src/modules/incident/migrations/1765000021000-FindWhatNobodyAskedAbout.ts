import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What nobody has asked the reporter about is a column of its own, which the database fills from the others: only so can
 * the longest waiting be found without looking through years of closed incidents. And an estate's incidents are found by
 * time like a community's, a building's open ones like a grid's.
 */
export class FindWhatNobodyAskedAbout1765000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident
      add to_check_back_since datetime(3) generated always as
        (case when checked_back_at is null and rating is null and state in ('resolved', 'closed') then resolved_at end) stored,
      add key incident_community_to_check_back (community_id, to_check_back_since),
      add key incident_grid_to_check_back (grid_id, to_check_back_since),
      add key incident_estate_to_check_back (estate_id, to_check_back_since),
      add key incident_estate_reported (estate_id, reported_at),
      add key incident_building_state_due (building_id, state, next_due_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident
      drop key incident_building_state_due, drop key incident_estate_reported, drop key incident_estate_to_check_back,
      drop key incident_grid_to_check_back, drop key incident_community_to_check_back,
      drop column to_check_back_since`);
  }
}
