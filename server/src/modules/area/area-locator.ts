import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { AreaKind } from './area.kinds.js';
import { PointIndex, PolygonIndex } from './geo/grid-index.js';
import type { Point, Polygon } from './geo/point.js';

/** A point this near to a community that it is outside of still belongs to it: phones miss by that much, and streets border on it. */
const NEAR_COMMUNITY_METRES = 500;

interface OutlinedArea {
  id: string;
  name: string;
  communityId: string;
  polygon: Polygon;
}

export interface IndexedBuilding extends Point {
  id: string;
  name: string;
  estateId: string;
  estateName: string;
  communityId: string;
}

interface Index {
  revision: string;
  communities: PolygonIndex<OutlinedArea>;
  grids: PolygonIndex<OutlinedArea>;
  buildings: PointIndex<IndexedBuilding>;
}

export interface Located {
  community: { id: string; name: string } | null;
  grid: { id: string; name: string } | null;
  building: { thing: IndexedBuilding; metres: number } | null;
}

/** Finds the community and grid of a point in memory; the index is made anew when the areas' revision has grown. */
@Injectable()
export class AreaLocator {
  private current: Promise<Index> | null = null;

  constructor(private readonly database: Database) {}

  /**
   * Community null: served by nobody here. Grid null: the community's unassigned queue. The nearest building is looked for
   * as far as `buildingWithin` metres.
   */
  async locate(point: Point, buildingWithin = 0): Promise<Located> {
    const index = await this.upToDate();
    const grid = index.grids.containing(point);
    const community =
      index.communities.containing(point) ?? index.communities.nearest(point, NEAR_COMMUNITY_METRES);
    return {
      community,
      // A grid counts only with its own community, so that a drawing mistake cannot put a thing in two.
      grid: grid !== null && grid.communityId === community?.id ? grid : null,
      building: buildingWithin === 0 ? null : index.buildings.nearest(point, buildingWithin),
    };
  }

  /** One row by its key says whether the index is still right: every process sees a change at once. */
  private async upToDate(): Promise<Index> {
    const [row] = await this.database.query<{ revision: string | number }>(
      'select revision from area_revision where id = 1',
    );
    const revision = String(row?.revision ?? 0);
    const held = await this.current?.catch(() => null);
    if (held?.revision === revision) return held;
    this.current = this.build(revision);
    return this.current;
  }

  private async build(revision: string): Promise<Index> {
    const outlined = await this.database.query<{
      id: string;
      kind: AreaKind;
      name: string;
      communityId: string;
      polygon: string;
    }>(
      `select id, kind, name, community_id as communityId, polygon from area
       where kind in ('community', 'grid') and polygon is not null and closed_at is null order by id`,
    );
    const ofKind = (kind: AreaKind) =>
      new PolygonIndex<OutlinedArea>(
        outlined
          .filter((area) => area.kind === kind)
          .map((area) => ({ ...area, polygon: JSON.parse(area.polygon) as Polygon })),
      );
    const buildings = await this.database.query<IndexedBuilding>(
      `select b.id, b.name, b.estate_id as estateId, e.name as estateName, b.community_id as communityId, b.lng, b.lat
       from area b join estate e on e.id = b.estate_id
       where b.kind = 'building' and b.lng is not null and b.closed_at is null order by b.id`,
    );
    return {
      revision,
      communities: ofKind('community'),
      grids: ofKind('grid'),
      buildings: new PointIndex(buildings),
    };
  }
}
