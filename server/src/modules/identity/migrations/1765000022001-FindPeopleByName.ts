import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looks through the audit or the register of people knows a name. */
export class FindPeopleByName1765000022001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index person_name on person (name)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index person_name on person');
  }
}
