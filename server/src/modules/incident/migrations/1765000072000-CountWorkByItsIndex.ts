import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLACES = ['community', 'grid', 'estate', 'building'];

/**
 * From when an incident is due soon stands on its row, beside when it is due. Whatever the tabs of work are counted and
 * sorted by lies in one index for each kind of place, so that only the page that is shown is read from the table, however
 * many years lie between its rows.
 */
export class CountWorkByItsIndex1765000072000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident add next_warn_at datetime(3) null after next_due_at');
    await runner.query(`update incident i set next_warn_at =
      (select min(c.warn_at) from clock c where c.subject_type = 'incident' and c.subject_id = i.id
         and c.due_at = i.next_due_at and c.stopped_at is null)
      where next_due_at is not null`);
    await change(runner, (place) => [
      `drop key incident_${place}_state_due`,
      `add key incident_${place}_work (${place}_id, state, next_due_at, next_warn_at, hold_requested_at, reported_at)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await change(runner, (place) => [
      `drop key incident_${place}_work`,
      `add key incident_${place}_state_due (${place}_id, state, next_due_at)`,
    ]);
    await runner.query('alter table incident drop column next_warn_at');
  }
}

async function change(runner: QueryRunner, changesOf: (place: string) => string[]): Promise<void> {
  await runner.query(`alter table incident ${PLACES.flatMap(changesOf).join(', ')}`);
}
