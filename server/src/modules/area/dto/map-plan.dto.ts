import { ApiProperty } from '@nestjs/swagger';
import type { Polygon, Ring } from '../geo/point.js';
import { MAP_FAULTS, type MapFaultKind } from '../map/map.faults.js';
import { POLYGON_SCHEMA } from './community.dto.js';
import { LocationDto } from './location.dto.js';

export class PlanCommunityDto {
  id: string;
  name: string;
  code: string | null;
  shortCode: string | null;
  subdistrictName: string | null;
  @ApiProperty(POLYGON_SCHEMA)
  polygon: Polygon;
}

export class PlanGridDto {
  id: string;
  name: string;
  code: string | null;
  @ApiProperty(POLYGON_SCHEMA)
  polygon: Polygon;
  /** Who serves it now, by name; null of an earlier day. */
  @ApiProperty({ type: [String], nullable: true })
  workerNames: string[] | null;
}

export class PlanEstateDto {
  id: string;
  name: string;
}

export class PlanBuildingDto {
  id: string;
  name: string;
  estateId: string;
  gridId: string | null;
  entranceCount: number;
  /** How many homes it has now; null of an earlier day. */
  homeCount: number | null;
  @ApiProperty({ type: LocationDto, nullable: true })
  location: LocationDto | null;
}

export class NeighbourDto {
  name: string;
  /** Null in the community's own subdistrict. */
  subdistrictName: string | null;
  @ApiProperty(POLYGON_SCHEMA)
  polygon: Polygon;
}

/** A community's whole map, now or at an earlier moment. */
export class MapPlanDto {
  /** Counts its edits; goes along with the next one, so that nobody writes over somebody else's. */
  version: number;
  /** Null: as it is now. */
  asOf: string | null;
  /** Whether the reader may draw. */
  mayEdit: boolean;
  community: PlanCommunityDto;
  grids: PlanGridDto[];
  estates: PlanEstateDto[];
  buildings: PlanBuildingDto[];
  /** Codes that closed grids of the community hold for ever. */
  @ApiProperty({ type: [String] })
  retiredCodes: string[];
  /** The subdistrict's other communities, and those of other subdistricts that come near, to draw beside. */
  neighbours: NeighbourDto[];
}

/** What is wrong with a plan, and where. Comes as `details.faults` of the refusal `area/map-refused`. */
export class MapFaultDto {
  @ApiProperty({ enum: MAP_FAULTS, enumName: 'MapFaultKind' })
  kind: MapFaultKind;
  areaId: string;
  otherId: string | null;
  words: string;
  /** [lng, lat] */
  @ApiProperty({ type: [Number], nullable: true })
  at: [number, number] | null;
  @ApiProperty(POLYGON_SCHEMA)
  shapes: Ring[];
}

/** How many open matters would change their grid; null is the community's unassigned queue. */
export class MovingDto {
  fromGridName: string | null;
  toGridName: string | null;
  count: number;
}

/** What is left at a place that closes, which nobody sees to by itself. */
export class LeftBehindDto {
  placeName: string;
  words: string;
  count: number;
}

/** What saving would do besides changing the map. */
export class MapPreviewDto {
  version: number;
  incidents: MovingDto[];
  buildings: MovingDto[];
  leftBehind: LeftBehindDto[];
}

export class MapEditCountsDto {
  community: boolean;
  grids: number;
  closedGrids: number;
  estates: number;
  closedEstates: number;
  buildings: number;
  closedBuildings: number;
}

export class MapEditRowDto {
  id: string;
  version: number;
  actorName: string;
  at: string;
  changed: MapEditCountsDto;
}

export class MapEditsDto {
  items: MapEditRowDto[];
}

export class TreeCommunityDto {
  id: string;
  name: string;
  code: string | null;
  shortCode: string | null;
  /** Whether it has an outline; without one nobody can report there yet. */
  drawn: boolean;
  gridCount: number;
  buildingCount: number;
}

export class TreeSubdistrictDto {
  id: string;
  name: string;
  code: string | null;
  countyName: string | null;
  /** Whether the reader may add communities to it, rename and close those. */
  mayAdd: boolean;
  /** Whether the reader may rename and close the subdistrict itself. */
  mayManage: boolean;
  communities: TreeCommunityDto[];
}

/** The communities within the reader's reach, by subdistrict. */
export class AreaTreeDto {
  /** Whether the reader may add a subdistrict. */
  mayAdd: boolean;
  subdistricts: TreeSubdistrictDto[];
}
