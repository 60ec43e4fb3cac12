import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BuildingContent, BuildingContents, type SettledBuilding } from '../area/index.js';

/** Claims that wait and memberships that hold are seen by whoever serves the building now. What is over stays where it was. */
@Injectable()
export class MembersInBuildings implements BuildingContent, OnModuleInit {
  constructor(private readonly contents: BuildingContents) {}

  onModuleInit(): void {
    this.contents.join(this);
  }

  async follow(tx: EntityManager, { id, estateId, gridId }: SettledBuilding): Promise<void> {
    await tx.query(
      'update household_member set estate_id = ?, grid_id = ? where building_id = ? and open_key is not null',
      [estateId, gridId, id],
    );
  }
}
