import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { type BuildingContent, BuildingContents, type SettledBuilding } from '../area/index.js';

const NOT_OVER = `n.community_id = (select a.community_id from area a where a.id = ?)
  and (n.state = 'waiting' or (n.state = 'published' and n.over_at > ?))`;

/**
 * Where water is cut off does not depend on how the grids are drawn: a building that goes into another grid keeps what was
 * written for the grid it was in. Nobody is told anew, since whoever lives there has been told.
 */
@Injectable()
export class NoticesInBuildings implements BuildingContent, OnModuleInit {
  constructor(
    private readonly contents: BuildingContents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.contents.join(this);
  }

  async follow(tx: EntityManager, { id, fromGridId, gridId }: SettledBuilding): Promise<void> {
    if (gridId === null || gridId === fromGridId) return;
    const now = this.clock.now();
    await tx.query(
      `update notice_target t join notice n on n.id = t.notice_id set t.grid_id = ?
        where ${NOT_OVER} and t.area_id = ?`,
      [gridId, id, now, id],
    );
    // Only of whole grids, so that what came along with one building does not go on with the next.
    await tx.query(
      `insert ignore into notice_target (notice_id, area_id, grid_id, building_id)
       select n.id, ?, ?, ? from notice n join notice_target t on t.notice_id = n.id
        where ${NOT_OVER} and t.area_id = ?`,
      [id, gridId, id, id, now, fromGridId],
    );
  }
}
