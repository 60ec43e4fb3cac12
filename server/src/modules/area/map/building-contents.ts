import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Reading } from './map.plans.js';

/** A building as a plan has it now. */
export interface SettledBuilding {
  id: string;
  estateId: string;
  /** Where it was until now; the same if it stays. */
  fromGridId: string | null;
  gridId: string | null;
}

/** What another module keeps by building. */
export interface BuildingContent {
  /** Puts it where the building lies now, in the transaction that draws the map. */
  follow(tx: EntityManager, building: SettledBuilding): Promise<void>;
  /** How many homes each of these buildings has: nobody's home may lie in a building that is closed. */
  homesIn?(reading: Reading, buildingIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** Whoever keeps something by building says so here when it begins, so that areas need not know of it. */
@Injectable()
export class BuildingContents {
  private readonly contents: BuildingContent[] = [];

  join(content: BuildingContent): void {
    this.contents.push(content);
  }

  async follow(tx: EntityManager, building: SettledBuilding): Promise<void> {
    for (const content of this.contents) await content.follow(tx, building);
  }

  async homesIn(reading: Reading, buildingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (buildingIds.length === 0) return new Map();
    const counts = new Map<string, number>();
    for (const content of this.contents)
      for (const [id, many] of (await content.homesIn?.(reading, buildingIds)) ?? [])
        counts.set(id, (counts.get(id) ?? 0) + many);
    return counts;
  }
}
