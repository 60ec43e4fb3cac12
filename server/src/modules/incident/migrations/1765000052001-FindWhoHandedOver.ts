import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'char(36) character set ascii collate ascii_bin';
const of = (key: string) => `${ID} generated always as (json_unquote(json_extract(data, '$.${key}'))) stored`;

/**
 * From whom and to whom a case went stands only in what the entry brought: whoever was handed a case and did nothing in it
 * has no other part there. The database lifts both out, so that they are found when two people become one.
 */
export class FindWhoHandedOver1765000052001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident_action
      add from_person_id ${of('fromPersonId')},
      add to_person_id ${of('toPersonId')},
      add key incident_action_from (from_person_id),
      add key incident_action_to (to_person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incident_action
      drop key incident_action_from, drop key incident_action_to, drop column from_person_id, drop column to_person_id`);
  }
}
