import { ApiProperty } from '@nestjs/swagger';
import type { Polygon } from '../geo/point.js';
import { LocationDto } from './location.dto.js';

/** Rings of [lng, lat]: the first is the outline, the others are holes. */
export const POLYGON_SCHEMA = {
  type: 'array' as const,
  items: { type: 'array' as const, items: { type: 'array' as const, items: { type: 'number' as const } } },
};

export class CommunityDto {
  id: string;
  name: string;
  subdistrictName: string;
  center: LocationDto;
}

export class CommunityListDto {
  items: CommunityDto[];
}

export class CommunityOutlineDto {
  id: string;
  name: string;
  @ApiProperty(POLYGON_SCHEMA)
  polygon: Polygon;
}

export class GridOutlineDto {
  id: string;
  name: string;
  code: string;
  @ApiProperty(POLYGON_SCHEMA)
  polygon: Polygon;
}

export class BuildingDto {
  id: string;
  name: string;
  gridId: string;
  gridName: string;
  estateName: string;
  location: LocationDto;
}

/** A gate, a garden, a service station: a place with a printed code that is no building. The code itself is only on the wall. */
export class PublicPlaceDto {
  id: string;
  label: string;
  @ApiProperty({ type: String, nullable: true })
  gridName: string | null;
  location: LocationDto;
}

/** All one needs to draw a community and to choose a building or a public place in it. */
export class CommunityMapDto {
  community: CommunityOutlineDto;
  grids: GridOutlineDto[];
  buildings: BuildingDto[];
  places: PublicPlaceDto[];
}
