import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Buildings that were given another estate or grid left behind what is kept by building; it goes where they are now. */
export class LayHomesWhereTheirBuildingsLie1765000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update home h join area b on b.id = h.building_id set h.estate_id = b.estate_id
        where not (h.estate_id <=> b.estate_id)`,
    );
    await runner.query(
      `update home_owner o join home h on h.id = o.home_id set o.estate_id = h.estate_id
        where o.to_at is null and not (o.estate_id <=> h.estate_id)`,
    );
    await runner.query(
      `update place p join area b on b.id = p.building_id set p.estate_id = b.estate_id
        where p.revoked_at is null and not (p.estate_id <=> b.estate_id)`,
    );
    await runner.query(
      `update household_member m join area b on b.id = m.building_id set m.estate_id = b.estate_id, m.grid_id = b.grid_id
        where m.open_key is not null and not (m.estate_id <=> b.estate_id and m.grid_id <=> b.grid_id)`,
    );
  }

  /** Where they lay by mistake is not known any more, and nothing needs it. */
  async down(): Promise<void> {}
}
