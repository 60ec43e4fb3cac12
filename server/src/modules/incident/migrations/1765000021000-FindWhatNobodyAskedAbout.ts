import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLACES = ['community', 'grid', 'estate', 'building'] as const;

/**
 * What nobody has asked the reporter about is a column of its own, which the database fills from the others: only so can
 * the longest waiting be found without looking through years of closed incidents. And what staff of an estate or a
 * building see by time or by what is due is found like that of communities and grids.
 */
export class FindWhatNobodyAskedAbout1765000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident
      add to_check_back_since datetime(3) generated always as
        (case when checked_back_at is null and rating is null and state in ('resolved', 'closed') then resolved_at end) stored,
      ${PLACES.map((place) => `add key incident_${place}_to_check_back (${place}_id, to_check_back_since)`).join(',\n      ')},
      add key incident_estate_reported (estate_id, reported_at),
      add key incident_building_reported (building_id, reported_at),
      add key incident_building_state_due (building_id, state, next_due_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident
      drop key incident_building_state_due, drop key incident_building_reported, drop key incident_estate_reported,
      ${PLACES.map((place) => `drop key incident_${place}_to_check_back`).join(', ')},
      drop column to_check_back_since`);
  }
}
