import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import type { AreaKind } from '../area.kinds.js';
import { degreesOf, fineDegreesOf, unitsOf } from '../geo/exact.js';
import { overlapOf } from '../geo/overlap.js';
import { pieces } from '../geo/pieces.js';
import type { Polygon } from '../geo/point.js';
import type { CommunityPlan } from './map.draft.js';
import type { MapFault } from './map.faults.js';

/** Reads within the transaction that will change what is read, or outside any. */
export type Reading = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

export function readingIn(tx: EntityManager): Reading {
  return <T>(sql: string, parameters: unknown[]) => tx.query<T[]>(sql, parameters);
}

interface VersionRow {
  id: string;
  kind: AreaKind | 'estate';
  name: string;
  code: string | null;
  polygon: string | null;
  gridId: string | null;
  estateId: string | null;
  lng: number | null;
  lat: number | null;
  sort: number;
}

/** No community comes near; a list has to end somewhere. */
const MOST_AREAS = 5_000;

/** Reads a community's map as it stands, and as it stood. */
@Injectable()
export class MapPlans {
  constructor(private readonly database: Database) {}

  /** Null: there is no such community. */
  async now(reading: Reading, communityId: string): Promise<CommunityPlan | null> {
    const rows = await reading<VersionRow>(
      `select id, kind, name, code, polygon, grid_id as gridId, estate_id as estateId, lng, lat, sort
         from area
        where community_id = ? and kind in ('community', 'grid', 'building') and closed_at is null
       union all
       select id, 'estate', name, null, null, null, id, null, null, sort
         from estate where community_id = ? and closed_at is null
        order by sort, id limit ${MOST_AREAS}`,
      [communityId, communityId],
    );
    return planOf(rows);
  }

  /** The other communities whose ground this outline would take. */
  async overlapsOf(reading: Reading, community: CommunityPlan['community']): Promise<MapFault[]> {
    const others = await reading<{ id: string; name: string; polygon: string }>(
      `select id, name, polygon from area
        where kind = 'community' and closed_at is null and polygon is not null and id <> ? order by id`,
      [community.id],
    );
    const own = unitsOf(community.polygon);
    return others.flatMap(({ id, name, polygon }): MapFault[] => {
      const theirs = unitsOf(JSON.parse(polygon) as Polygon);
      const at = overlapOf(own, theirs);
      if (at === null) return [];
      return [
        {
          kind: 'overlap',
          areaId: community.id,
          otherId: id,
          words: `${community.name}和${name}有一块重叠了`,
          at: degreesOf([at])[0] ?? null,
          shapes: pieces(own, theirs, 'common').map(fineDegreesOf),
        },
      ];
    });
  }

  /** Null: it was not there yet. */
  async at(communityId: string, moment: Date): Promise<CommunityPlan | null> {
    const rows = await this.database.query<VersionRow>(
      `select area_id as id, kind, name, code, polygon, grid_id as gridId, estate_id as estateId, lng, lat, sort
         from area_version
        where community_id = ? and from_at <= ? and (to_at is null or to_at > ?)
        order by sort, area_id limit ${MOST_AREAS}`,
      [communityId, moment, moment],
    );
    return planOf(rows);
  }
}

function planOf(rows: readonly VersionRow[]): CommunityPlan | null {
  const of = (kind: VersionRow['kind']) => rows.filter((row) => row.kind === kind);
  const outline = (row: VersionRow) => JSON.parse(row.polygon ?? '[]') as Polygon;
  const [community] = of('community');
  if (community === undefined) return null;
  return {
    community: {
      id: community.id,
      name: community.name,
      code: community.code,
      polygon: outline(community),
    },
    grids: of('grid').map((row) => ({
      id: row.id,
      name: row.name,
      code: row.code,
      polygon: outline(row),
      sort: row.sort,
    })),
    estates: of('estate').map(({ id, name, sort }) => ({ id, name, sort })),
    buildings: of('building').map(({ id, name, estateId, gridId, lng, lat, sort }) => ({
      id,
      name,
      estateId: estateId ?? '',
      gridId,
      location: lng === null || lat === null ? null : { lng, lat },
      sort,
    })),
  };
}
