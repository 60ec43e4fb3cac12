import { Injectable } from '@nestjs/common';
import { communityNotFound, outsideEverything, whereNeeded } from './area.errors.js';
import { AreaQueries } from './area.queries.js';
import { AreaLocator, type Located } from './area-locator.js';
import type { LocateDto } from './dto/locate.dto.js';
import type { LocationInputDto } from './dto/location.dto.js';
import { keepAsGcj02 } from './geo/gcj02.js';
import type { Point } from './geo/point.js';
import { type PlaceRow, PlaceService } from './place.service.js';

/** How far the nearest building may be to be offered as "is it here?". */
const OFFER_BUILDING_METRES = 300;
/** How far it may be for a spot to be called by it. */
const CALL_BY_BUILDING_METRES = 60;

/** How a report says where: a scanned code, else a public place or a building that was chosen, else a point on the map, else its community. */
export interface WhereInput {
  placeCode?: string | undefined;
  placeId?: string | undefined;
  buildingId?: string | undefined;
  location?: LocationInputDto | undefined;
  /** All that is known besides words, which wait for a person. */
  communityId?: string | undefined;
}

/** Where a thing happened, as it is kept with the thing. */
export interface ResolvedPlace extends Point {
  communityId: string;
  gridId: string | null;
  buildingId: string | null;
  estateId: string | null;
  placeLabel: string;
  /** Otherwise the point is only the community's. */
  placeKnown: boolean;
}

/** Turns what a client knows of a place into what a thing keeps of it. */
@Injectable()
export class PlaceResolver {
  constructor(
    private readonly places: PlaceService,
    private readonly areas: AreaQueries,
    private readonly locator: AreaLocator,
  ) {}

  /** A code or a building is surer than a phone's position, so the first one given wins. */
  async resolve(where: WhereInput): Promise<ResolvedPlace> {
    if (where.placeCode !== undefined) return kept(await this.places.byCode(where.placeCode));
    if (where.placeId !== undefined) return kept(await this.places.byId(where.placeId));
    if (where.buildingId !== undefined) return this.byBuilding(where.buildingId);
    if (where.location !== undefined) return this.byPoint(keepAsGcj02(where.location));
    if (where.communityId !== undefined) return this.byCommunity(where.communityId);
    throw whereNeeded();
  }

  async locate(input: LocationInputDto): Promise<LocateDto> {
    const point = keepAsGcj02(input);
    const { community, grid, building: near } = await this.locator.locate(point, OFFER_BUILDING_METRES);
    const ref = (area: Located['community']) => (area === null ? null : { id: area.id, name: area.name });
    return {
      community: ref(community),
      grid: ref(grid),
      nearestBuilding:
        near === null
          ? null
          : {
              id: near.thing.id,
              name: near.thing.name,
              estateName: near.thing.estateName,
              distanceMetres: Math.round(near.metres),
            },
      location: point,
    };
  }

  private async byBuilding(id: string): Promise<ResolvedPlace> {
    const { communityId, gridId, estateId, estateName, name, lng, lat } = await this.areas.building(id);
    return {
      communityId,
      gridId,
      buildingId: id,
      estateId,
      placeLabel: `${estateName} ${name}`,
      placeKnown: true,
      lng,
      lat,
    };
  }

  private async byPoint(point: Point): Promise<ResolvedPlace> {
    const { community, grid, building: near } = await this.locator.locate(point, CALL_BY_BUILDING_METRES);
    if (community === null) throw outsideEverything();
    const placeLabel =
      near !== null && near.thing.communityId === community.id
        ? `${near.thing.estateName} ${near.thing.name}附近`
        : grid === null
          ? `${community.name}边上`
          : `${community.name} ${grid.name}`;
    return {
      communityId: community.id,
      gridId: grid?.id ?? null,
      buildingId: null,
      estateId: null,
      placeLabel,
      placeKnown: true,
      ...point,
    };
  }

  /** A resident reports only where the map is drawn: elsewhere nobody may be there yet to read it. */
  private async byCommunity(id: string): Promise<ResolvedPlace> {
    const drawn = await this.areas.communities();
    if (!drawn.some((one) => one.id === id)) throw communityNotFound();
    return this.inCommunity(id);
  }

  /** All that is known is the community, its map drawn or not: in no grid, so in its unassigned queue. */
  async inCommunity(id: string): Promise<ResolvedPlace> {
    const { name, middle } = await this.areas.wholeCommunity(id);
    return {
      communityId: id,
      gridId: null,
      buildingId: null,
      estateId: null,
      placeLabel: `${name}（地点待核实）`,
      placeKnown: false,
      ...middle,
    };
  }
}

function kept({ communityId, gridId, buildingId, estateId, label, lng, lat }: PlaceRow): ResolvedPlace {
  return { communityId, gridId, buildingId, estateId, placeLabel: label, placeKnown: true, lng, lat };
}
