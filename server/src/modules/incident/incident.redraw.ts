import { OPEN_INCIDENT_STATES } from '@linli/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AreaQueries, type GridFinder, gridAt, type Move, RedrawWitnesses } from '../area/index.js';

/** An open incident that lies in another grid than the one whose people see it. */
export interface Misplaced {
  id: string;
  handlerId: string | null;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
}

interface OpenRow {
  estateId: string | null;
  id: string;
  handlerId: string | null;
  gridId: string | null;
  buildingId: string | null;
  lng: number;
  lat: number;
}

/** Which open incidents a map puts into another grid. What is closed keeps the grid it had. */
@Injectable()
export class IncidentRedraw implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly areas: AreaQueries,
    private readonly witnesses: RedrawWitnesses,
  ) {}

  onModuleInit(): void {
    this.witnesses.join((communityId, gridOf) => this.moves(communityId, gridOf));
  }

  /** As the map is now. Of its own community's grids alone: a border drawn in between gives no case away. */
  async misplaced(communityId: string): Promise<Misplaced[]> {
    const open = await this.openWithPlace(communityId);
    // A community that was closed meanwhile has no map any more, and nothing open either.
    if (open.length === 0) return [];
    const { buildings, grids } = await this.areas.communityMap(communityId);
    const gridOf = new Map(buildings.map(({ id, gridId }) => [id, gridId]));
    const found: Misplaced[] = [];
    for (const { id, handlerId, gridId, buildingId, estateId, lng, lat } of open) {
      const own = buildingId === null ? undefined : gridOf.get(buildingId);
      const now = own ?? gridAt(grids, { lng, lat });
      if (now !== gridId) found.push({ id, handlerId, gridId: now, estateId, buildingId });
    }
    return found;
  }

  private async moves(communityId: string, gridOf: GridFinder): Promise<Move[]> {
    const open = await this.openWithPlace(communityId);
    return open
      .map((row) => ({ fromGridId: row.gridId, toGridId: gridOf(row) }))
      .filter(({ fromGridId, toGridId }) => fromGridId !== toGridId);
  }

  /** An incident whose place nobody knows is in no grid, wherever its community's middle may be. */
  private openWithPlace(communityId: string): Promise<OpenRow[]> {
    return this.database.query<OpenRow>(
      `select id, handler_id as handlerId, grid_id as gridId, building_id as buildingId, estate_id as estateId, lng, lat
         from incident where community_id = ? and state in (?) and place_known = 1 order by reported_at, id`,
      [communityId, OPEN_INCIDENT_STATES],
    );
  }
}
