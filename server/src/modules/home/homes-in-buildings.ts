import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BuildingContent, BuildingContents, type Reading, type SettledBuilding } from '../area/index.js';

/** Homes and their owners lie in their building's estate: whoever serves it reads them. What was keeps where it was. */
@Injectable()
export class HomesInBuildings implements BuildingContent, OnModuleInit {
  constructor(private readonly contents: BuildingContents) {}

  onModuleInit(): void {
    this.contents.join(this);
  }

  async follow(tx: EntityManager, { id, estateId }: SettledBuilding): Promise<void> {
    await tx.query('update home set estate_id = ? where building_id = ? and not (estate_id <=> ?)', [
      estateId,
      id,
      estateId,
    ]);
    await tx.query(
      `update home_owner o join home h on h.id = o.home_id set o.estate_id = h.estate_id
        where h.building_id = ? and o.to_at is null and not (o.estate_id <=> h.estate_id)`,
      [id],
    );
  }

  async homesIn(reading: Reading, buildingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await reading<{ id: string; many: number }>(
      'select building_id as id, count(*) as many from home where building_id in (?) group by building_id',
      [buildingIds],
    );
    return new Map(rows.map(({ id, many }) => [id, Number(many)]));
  }
}
