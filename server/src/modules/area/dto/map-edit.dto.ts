import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IsMoment, IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';
import type { Polygon } from '../geo/point.js';
import { POLYGON_SCHEMA } from './community.dto.js';

/** More than any community has, and little enough to be checked while somebody waits. */
const MOST_THINGS = 300;
const MOST_RINGS = 9;
const MOST_CORNERS = 500;
const NAME = { message: '名字最多 30 个字' };
const AGAIN = { message: '请重新选' };

function isOutline(value: unknown): boolean {
  const isCorner = (corner: unknown) =>
    Array.isArray(corner) &&
    corner.length === 2 &&
    corner.every((degrees) => typeof degrees === 'number' && Number.isFinite(degrees)) &&
    Math.abs(corner[0]) <= 180 &&
    Math.abs(corner[1]) <= 90;
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_RINGS &&
    value.every((ring) => Array.isArray(ring) && ring.length <= MOST_CORNERS && ring.every(isCorner))
  );
}

/** Rings of [lng, lat]; whether they make an outline is the map's own question. */
const IsOutline = (): PropertyDecorator =>
  ValidateBy(
    { name: 'isOutline', validator: { validate: isOutline } },
    { message: `边界的格式不对：最多 ${MOST_RINGS} 圈，每圈最多 ${MOST_CORNERS} 个角` },
  );

export class CommunityChangeDto {
  @Trimmed()
  @IsString(NAME)
  @IsNotEmpty({ message: '社区要有名字' })
  @MaxLength(30, NAME)
  name: string;

  @ApiProperty(POLYGON_SCHEMA)
  @IsOutline()
  polygon: Polygon;
}

export class GridChangeDto {
  @IsUuidV7()
  id: string;

  @Trimmed()
  @IsString(NAME)
  @IsNotEmpty({ message: '网格要有名字' })
  @MaxLength(30, NAME)
  name: string;

  /** 15 digits; null only for a grid that never had a code. */
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @Matches(/^\d{15}$/, { message: '网格编码要是 15 位数字' })
  code: string | null;

  @ApiProperty(POLYGON_SCHEMA)
  @IsOutline()
  polygon: Polygon;
}

export class EstateChangeDto {
  @IsUuidV7()
  id: string;

  @Trimmed()
  @IsString(NAME)
  @IsNotEmpty({ message: '小区要有名字' })
  @MaxLength(30, NAME)
  name: string;
}

/** A point in GCJ-02, as the console's map has it. */
export class MapPointDto {
  @IsNumber({ allowInfinity: false, allowNaN: false }, { message: '经度要是数字' })
  @Min(-180, { message: '经度要在 -180 到 180 之间' })
  @Max(180, { message: '经度要在 -180 到 180 之间' })
  lng: number;

  @IsNumber({ allowInfinity: false, allowNaN: false }, { message: '纬度要是数字' })
  @Min(-90, { message: '纬度要在 -90 到 90 之间' })
  @Max(90, { message: '纬度要在 -90 到 90 之间' })
  lat: number;
}

export class BuildingChangeDto {
  @IsUuidV7()
  id: string;

  @Trimmed()
  @IsString(NAME)
  @IsNotEmpty({ message: '楼要有名字' })
  @MaxLength(30, NAME)
  name: string;

  @IsUUID('all', AGAIN)
  estateId: string;

  @ValidateNested({ message: '楼的位置不对' })
  @Type(() => MapPointDto)
  location: MapPointDto;

  /** Entrances that are missing up to this number are added; none is taken away. */
  @IsInt({ message: '单元数要是整数' })
  @Min(0, { message: '单元数不能小于 0' })
  @Max(30, { message: '单元数最多 30' })
  entranceCount: number;
}

const list = (name: string) => ({ message: `${name}要是一个列表` });
const many = (name: string) => ({ message: `${name}一次最多改 ${MOST_THINGS} 个` });

/** What one edit changes. Things come whole; an id that is new is a thing to add. */
export class MapChangesDto {
  /** The version of the map that was drawn upon. */
  @IsInt({ message: '版本要是整数' })
  @Min(0, { message: '版本不对' })
  baseVersion: number;

  @MayBeAbsent()
  @ValidateNested({ message: '社区的格式不对' })
  @Type(() => CommunityChangeDto)
  community?: CommunityChangeDto;

  @IsArray(list('网格'))
  @ArrayMaxSize(MOST_THINGS, many('网格'))
  @ValidateNested({ each: true, message: '网格的格式不对' })
  @Type(() => GridChangeDto)
  grids: GridChangeDto[];

  @IsArray(list('要关的网格'))
  @ArrayMaxSize(MOST_THINGS, many('网格'))
  @IsUUID('all', { each: true, ...AGAIN })
  closedGridIds: string[];

  @IsArray(list('小区'))
  @ArrayMaxSize(MOST_THINGS, many('小区'))
  @ValidateNested({ each: true, message: '小区的格式不对' })
  @Type(() => EstateChangeDto)
  estates: EstateChangeDto[];

  @IsArray(list('要关的小区'))
  @ArrayMaxSize(MOST_THINGS, many('小区'))
  @IsUUID('all', { each: true, ...AGAIN })
  closedEstateIds: string[];

  @IsArray(list('楼'))
  @ArrayMaxSize(MOST_THINGS, many('楼'))
  @ValidateNested({ each: true, message: '楼的格式不对' })
  @Type(() => BuildingChangeDto)
  buildings: BuildingChangeDto[];

  @IsArray(list('要关的楼'))
  @ArrayMaxSize(MOST_THINGS, many('楼'))
  @IsUUID('all', { each: true, ...AGAIN })
  closedBuildingIds: string[];
}

export class SaveMapDto extends MapChangesDto {
  @IsUuidV7()
  id: string;
}

export class AsOfQueryDto {
  /** The map as it was at this moment; absent: as it is. */
  @MayBeAbsent()
  @IsMoment('看哪一天的地图，日期不对')
  asOf?: string;
}
