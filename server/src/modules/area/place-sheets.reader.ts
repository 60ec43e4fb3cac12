import { LIMITS, type PlaceRevocation } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type SignedInActor, scopeOf } from '../../platform/auth/actor.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { labelMeans } from '../../platform/database/label-means.js';
import { rowsOf } from '../../platform/database/listing.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { placeNotFound, placeOutsideYourArea } from './area.errors.js';
import { AreaQueries } from './area.queries.js';
import type {
  PlaceSheetDto,
  PlaceSheetsDto,
  PlaceSheetsQueryDto,
  PlaceStanding,
  UncodedBuildingDto,
} from './dto/place-sheets.dto.js';

interface SheetRow {
  id: string;
  code: string;
  label: string;
  address: string;
  gridId: string | null;
  gridName: string | null;
  buildingId: string | null;
  buildingName: string | null;
  lng: number;
  lat: number;
  createdAt: Date;
  revokedAt: Date | null;
  revokedWhy: PlaceRevocation | null;
  replacedByCode: string | null;
}

interface Filter {
  sql: string;
  parameters: unknown[];
}

const DEFAULT_PAGE = 50;

/** Codes as the console shows them: a community's, in force or out of use. */
@Injectable()
export class PlaceSheetsReader {
  constructor(
    private readonly database: Database,
    private readonly areas: AreaQueries,
    private readonly settings: Settings,
  ) {}

  async list(actor: SignedInActor, communityId: string, query: PlaceSheetsQueryDto): Promise<PlaceSheetsDto> {
    if (!scopeOf(actor, 'place.manage').communityIds.includes(communityId)) throw placeOutsideYourArea();
    const { page, pageSize = DEFAULT_PAGE, standing = 'in_force' } = query;
    const filter = filterOf(communityId, query);
    const [community, rows, counts, buildingsWithout] = await Promise.all([
      this.areas.community(communityId),
      this.rows(standingOf(filter, standing), rowsOf({ page, pageSize })),
      this.counts(filter),
      this.buildingsWithout(communityId),
    ]);
    return {
      items: rows.map((row) => this.sheetOf(row)),
      total: counts[standing],
      counts,
      communityName: community.name,
      buildingsWithout,
    };
  }

  /** One that this person may manage. */
  async one(actor: SignedInActor, id: string): Promise<PlaceSheetDto> {
    const { communityIds } = scopeOf(actor, 'place.manage');
    const [row] =
      isUuidV7(id) && communityIds.length > 0
        ? await this.rows(
            { sql: 'p.id = ? and p.community_id in (?)', parameters: [id, communityIds] },
            { limit: 1, offset: 0 },
          )
        : [];
    if (row === undefined) throw placeNotFound();
    return this.sheetOf(row);
  }

  private rows({ sql, parameters }: Filter, { limit, offset }: { limit: number; offset: number }) {
    return this.database.query<SheetRow>(
      `select p.id, p.code, p.label, p.address, p.lng, p.lat, p.created_at as createdAt,
              p.revoked_at as revokedAt, p.revoked_why as revokedWhy, p.grid_id as gridId, g.name as gridName,
              p.building_id as buildingId, b.name as buildingName, next.code as replacedByCode
         from place p left join area g on g.id = p.grid_id left join area b on b.id = p.building_id
         left join place next on next.replaces_id = p.id
        where ${sql} order by p.created_at desc, p.id limit ? offset ?`,
      [...parameters, limit, offset],
    );
  }

  private async counts({ sql, parameters }: Filter): Promise<Record<PlaceStanding, number>> {
    const [row] = await this.database.query<{ total: string | number; revoked: string | number }>(
      `select count(*) as total, count(p.revoked_at) as revoked from place p where ${sql}`,
      parameters,
    );
    const revoked = Number(row?.revoked ?? 0);
    return { in_force: Number(row?.total ?? 0) - revoked, revoked };
  }

  /** No more than are made at once; when those have theirs, the next ones are shown. */
  private buildingsWithout(communityId: string): Promise<UncodedBuildingDto[]> {
    return this.database.query<UncodedBuildingDto>(
      `select b.id, b.name, e.name as estateName
         from area b join estate e on e.id = b.estate_id
        where b.community_id = ? and b.kind = 'building' and b.lng is not null and b.closed_at is null
          and not exists (select 1 from place p where p.building_id = b.id and p.revoked_at is null)
        order by e.sort, b.sort, b.id limit ${LIMITS.placesAtOnce}`,
      [communityId],
    );
  }

  private sheetOf(row: SheetRow): PlaceSheetDto {
    const ref = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
    return {
      id: row.id,
      code: row.code,
      link: `${this.settings.publicUrl}/q/${row.code}`,
      label: row.label,
      address: row.address,
      grid: ref(row.gridId, row.gridName),
      building: ref(row.buildingId, row.buildingName),
      location: { lng: row.lng, lat: row.lat },
      createdAt: row.createdAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
      revokedWhy: row.revokedWhy,
      replacedByCode: row.replacedByCode,
    };
  }
}

function filterOf(communityId: string, { q, codes }: PlaceSheetsQueryDto): Filter {
  const filter: Filter = { sql: 'p.community_id = ?', parameters: [communityId] };
  if (codes !== undefined) {
    filter.sql += codes.length > 0 ? ' and p.code in (?)' : ' and false';
    if (codes.length > 0) filter.parameters.push(codes);
  }
  if (q) {
    const label = labelMeans('p.label', q, 'building');
    const address = labelMeans('p.address', q, 'building');
    filter.sql += ` and (${label.sql} or ${address.sql} or p.code = ?)`;
    filter.parameters.push(
      ...label.parameters,
      ...address.parameters,
      /^[\x20-\x7e]*$/.test(q) ? q.toUpperCase() : '',
    );
  }
  return filter;
}

const standingOf = ({ sql, parameters }: Filter, standing: PlaceStanding): Filter => ({
  sql: `${sql} and p.revoked_at is ${standing === 'revoked' ? 'not null' : 'null'}`,
  parameters,
});
