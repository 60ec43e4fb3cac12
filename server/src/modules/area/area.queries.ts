import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { send } from '../../platform/database/statements.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { buildingNotFound, communityNotFound } from './area.errors.js';
import type { AreaKind } from './area.kinds.js';
import type { BuildingDto, CommunityDto, CommunityMapDto, PublicPlaceDto } from './dto/community.dto.js';
import type { Point, Polygon } from './geo/point.js';
import { centerOf } from './geo/polygon.js';
import type { Reading } from './map/map.plans.js';

export interface CommunityRow {
  id: string;
  name: string;
  shortCode: string;
  subdistrictId: string;
}

export interface GridRow {
  id: string;
  name: string;
  code: string;
  communityId: string;
}

export interface BuildingRow extends Point {
  id: string;
  name: string;
  communityId: string;
  gridId: string;
  estateId: string;
  estateName: string;
}

/** A grid or a building as a part of its community. */
export interface PartRow {
  id: string;
  name: string;
  gridId: string;
  /** Null for a grid. */
  estateName: string | null;
}

/** An area of any kind with the ancestors that scopes are made of. */
export interface AreaRow {
  id: string;
  kind: AreaKind;
  name: string;
  subdistrictId: string | null;
  communityId: string | null;
  gridId: string | null;
}

/** More gates and gardens than a community puts codes at: what bounds the reading. */
const MOST_PUBLIC_PLACES = 500;

/** Where nothing around is drawn either. */
const NO_POINT: Point = { lng: 0, lat: 0 };

/** Everything other modules and the screens read of areas. */
@Injectable()
export class AreaQueries {
  constructor(private readonly database: Database) {}

  /** Those that residents can report in: a community without an outline is still being set up. */
  async communities(): Promise<CommunityDto[]> {
    const rows = await this.database.query<{
      id: string;
      name: string;
      subdistrictName: string;
      polygon: string;
    }>(
      `select c.id, c.name, s.name as subdistrictName, c.polygon
       from area c join area s on s.id = c.subdistrict_id
       where c.kind = 'community' and c.closed_at is null and c.polygon is not null order by s.sort, c.sort, c.id`,
    );
    return rows.map(({ polygon, ...row }) => ({ ...row, center: centerOf(JSON.parse(polygon) as Polygon) }));
  }

  async communityMap(id: string): Promise<CommunityMapDto> {
    if (!isUuidV7(id)) throw communityNotFound();
    const outlines = await this.database.query<{
      id: string;
      kind: AreaKind;
      name: string;
      code: string | null;
      polygon: string;
    }>(
      `select id, kind, name, code, polygon from area
       where community_id = ? and kind in ('community', 'grid') and closed_at is null and polygon is not null
        order by sort, id`,
      [id],
    );
    const community = outlines.find((outline) => outline.kind === 'community');
    if (community === undefined) throw communityNotFound();
    return {
      community: {
        id: community.id,
        name: community.name,
        polygon: JSON.parse(community.polygon) as Polygon,
      },
      grids: outlines
        .filter((outline) => outline.kind === 'grid')
        .map((grid) => ({
          id: grid.id,
          name: grid.name,
          code: grid.code ?? '',
          polygon: JSON.parse(grid.polygon) as Polygon,
        })),
      buildings: await this.buildingsOf(id),
      places: await this.publicPlacesOf(id),
    };
  }

  /**
   * A community with a point to stand for it, which is shown to nobody: its own middle or, while its map is not drawn, that
   * of the first of its subdistrict's that has one.
   */
  async wholeCommunity(id: string): Promise<{ name: string; middle: Point }> {
    const [row] = await this.database.query<{ name: string; polygon: string | null }>(
      `select c.name, coalesce(c.polygon, (select d.polygon from area d
                where d.subdistrict_id = c.subdistrict_id and d.kind = 'community' and d.polygon is not null
                order by d.sort, d.id limit 1)) as polygon
         from area c where c.id = ? and c.kind = 'community' and c.closed_at is null`,
      [id],
    );
    if (row === undefined) throw communityNotFound();
    const { name, polygon } = row;
    return { name, middle: polygon === null ? NO_POINT : centerOf(JSON.parse(polygon) as Polygon) };
  }

  async community(id: string): Promise<CommunityRow> {
    // An address can hold anything, and ids are compared as ASCII.
    if (!isUuidV7(id)) throw communityNotFound();
    const [row] = await this.database.query<CommunityRow>(
      `select id, name, short_code as shortCode, subdistrict_id as subdistrictId
       from area where id = ? and kind = 'community'`,
      [id],
    );
    if (row === undefined) throw communityNotFound();
    return row;
  }

  async gridIdsOf(communityId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from area where community_id = ? and kind = 'grid' and closed_at is null order by sort, id`,
      [communityId],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Those of these grids or buildings that lie in the community, in the order in which it lists them. Inside a transaction
   * none of them is redrawn before its end.
   */
  async within(
    communityId: string,
    kind: 'grid' | 'building',
    ids: readonly string[],
    tx?: EntityManager,
  ): Promise<PartRow[]> {
    if (ids.length === 0) return [];
    if (tx !== undefined) await send(tx, 'select id from area where id = ? for update', [communityId]);
    const read: Reading = (sql, parameters) =>
      tx === undefined ? this.database.query(sql, parameters) : send(tx, sql, parameters);
    return read<PartRow>(
      `select a.id, a.name, a.grid_id as gridId, e.name as estateName
       from area a left join estate e on e.id = a.estate_id
       where a.id in (?) and a.community_id = ? and a.kind = ? and a.closed_at is null order by e.sort, a.sort, a.id`,
      [ids, communityId, kind],
    );
  }

  /** Null when there is no such grid. */
  async grid(id: string): Promise<GridRow | null> {
    const [row] = await this.database.query<GridRow>(
      `select id, name, code, community_id as communityId from area where id = ? and kind = 'grid' and closed_at is null`,
      [id],
    );
    return row ?? null;
  }

  async building(id: string): Promise<BuildingRow> {
    const [row] = await this.database.query<BuildingRow>(
      `select b.id, b.name, b.community_id as communityId, b.grid_id as gridId, b.estate_id as estateId,
              e.name as estateName, b.lng, b.lat
       from area b join estate e on e.id = b.estate_id where b.id = ? and b.kind = 'building' and b.closed_at is null`,
      [id],
    );
    if (row === undefined) throw buildingNotFound();
    return row;
  }

  /** Those of these buildings that stand in the community, as the caller's transaction sees them. */
  buildingsIn(tx: EntityManager, communityId: string, ids: readonly string[]): Promise<BuildingRow[]> {
    return tx.query<BuildingRow[]>(
      `select b.id, b.name, b.community_id as communityId, b.grid_id as gridId, b.estate_id as estateId,
              e.name as estateName, b.lng, b.lat
       from area b join estate e on e.id = b.estate_id
       where b.id in (?) and b.community_id = ? and b.kind = 'building' and b.closed_at is null`,
      [ids, communityId],
    );
  }

  /** A community as it stands on an envelope: subdistrict and community. */
  async addressOf(communityId: string): Promise<string> {
    const [row] = await this.database.query<{ address: string }>(
      `select concat(s.name, ' ', c.name) as address
       from area c join area s on s.id = c.subdistrict_id where c.id = ? and c.kind = 'community'`,
      [communityId],
    );
    if (row === undefined) throw communityNotFound();
    return row.address;
  }

  async communityIdsOf(subdistrictId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from area where subdistrict_id = ? and kind = 'community' order by sort, id`,
      [subdistrictId],
    );
    return rows.map((row) => row.id);
  }

  /** Areas by id; ids that are not areas are left out. */
  async areas(ids: Iterable<string>): Promise<Map<string, AreaRow>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.query<AreaRow>(
      `select id, kind, name, subdistrict_id as subdistrictId, community_id as communityId, grid_id as gridId
       from area where id in (?)`,
      [wanted],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async names(ids: Iterable<string>): Promise<Map<string, string>> {
    return new Map([...(await this.areas(ids))].map(([id, area]) => [id, area.name]));
  }

  /** As names that stand alone: a building with its estate, a grid with its community. There are many of one number. */
  async fullNames(ids: Iterable<string>): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; around: string | null; name: string }>(
      `select a.id, coalesce(e.name, c.name) as around, a.name
         from area a left join estate e on e.id = a.estate_id and a.kind = 'building'
         left join area c on c.id = a.community_id and a.kind = 'grid'
        where a.id in (?)`,
      [wanted],
    );
    return new Map(rows.map(({ id, around, name }) => [id, around === null ? name : `${around} ${name}`]));
  }

  async estateNames(ids: Iterable<string>): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; name: string }>(
      'select id, name from estate where id in (?)',
      [wanted],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  async buildingsOf(communityId: string): Promise<BuildingDto[]> {
    const rows = await this.database.query<
      { id: string; name: string; gridId: string; gridName: string; estateName: string } & Point
    >(
      `select b.id, b.name, b.grid_id as gridId, g.name as gridName, e.name as estateName, b.lng, b.lat
       from area b join area g on g.id = b.grid_id join estate e on e.id = b.estate_id
       where b.community_id = ? and b.kind = 'building' and b.closed_at is null order by e.sort, b.sort, b.id`,
      [communityId],
    );
    return rows.map(({ lng, lat, ...row }) => ({ ...row, location: { lng, lat } }));
  }

  /** Those in force that are no building, by name. */
  private async publicPlacesOf(communityId: string): Promise<PublicPlaceDto[]> {
    const rows = await this.database.query<{ id: string; label: string; gridName: string | null } & Point>(
      `select p.id, p.label, g.name as gridName, p.lng, p.lat
       from place p left join area g on g.id = p.grid_id
       where p.community_id = ? and p.building_id is null and p.revoked_at is null order by p.label, p.id limit ?`,
      [communityId, MOST_PUBLIC_PLACES],
    );
    return rows.map(({ lng, lat, ...row }) => ({ ...row, location: { lng, lat } }));
  }
}
