import { LIMITS, PLACE_REVOCATIONS, type PlaceRevocation } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageNumber, PageSize } from '../../../platform/http/paging.js';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';
import { AreaRefDto } from './area-ref.dto.js';
import { LocationDto, LocationInputDto } from './location.dto.js';

export const PLACE_STANDINGS = ['in_force', 'revoked'] as const;
export type PlaceStanding = (typeof PLACE_STANDINGS)[number];

/** A place that gets a code: at a building, or at a point of the map. */
export class MakePlaceDto {
  @IsUuidV7()
  id: string;

  @IsUuidV7({ message: '请先选一个社区' })
  communityId: string;

  @Trimmed()
  @IsString({ message: '写上这个地方叫什么' })
  @MinLength(1, { message: '写上这个地方叫什么' })
  @MaxLength(LIMITS.placeLabelChars, { message: `名字最多 ${LIMITS.placeLabelChars} 个字` })
  label: string;

  @Trimmed()
  @IsString({ message: '写上地址，扫码的人一看就知道在哪' })
  @MinLength(1, { message: '写上地址，扫码的人一看就知道在哪' })
  @MaxLength(LIMITS.placeAddressChars, { message: `地址最多 ${LIMITS.placeAddressChars} 个字` })
  address: string;

  @MayBeAbsent()
  @IsUuidV7({ message: '请重新选一栋楼' })
  buildingId?: string;

  /** Looked at when no building is named. */
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => LocationInputDto)
  location?: LocationInputDto;
}

export class BuildingPlaceDto {
  @IsUuidV7()
  id: string;

  @IsUuidV7({ message: '请重新选楼' })
  buildingId: string;
}

/** Codes for buildings that have none. */
export class MakePlacesDto {
  @IsArray({ message: '至少选一栋楼' })
  @ArrayMinSize(1, { message: '至少选一栋楼' })
  @ArrayMaxSize(LIMITS.placesAtOnce, { message: `一次最多 ${LIMITS.placesAtOnce} 栋楼` })
  @ArrayUnique(({ buildingId }: BuildingPlaceDto) => buildingId, { message: '同一栋楼选了两次' })
  @ArrayUnique(({ id }: BuildingPlaceDto) => id, { message: '两个码用了同一个编号' })
  @ValidateNested({ each: true })
  @Type(() => BuildingPlaceDto)
  places: BuildingPlaceDto[];
}

export class RevokePlaceDto {
  @ApiProperty({ enum: PLACE_REVOCATIONS, enumName: 'PlaceRevocation' })
  @IsIn(PLACE_REVOCATIONS, { message: '选一个停用的原因' })
  why: PlaceRevocation;
}

export class ReissuePlaceDto extends RevokePlaceDto {
  /** Of the place that takes over. */
  @IsUuidV7()
  id: string;
}

export class PlaceSheetsQueryDto {
  @ApiProperty({ enum: PLACE_STANDINGS, required: false })
  @IsOptional()
  @IsIn(PLACE_STANDINGS, { message: '只能看在用的或者停用的' })
  standing?: PlaceStanding;

  /** A part of the name or the address, or a code. */
  @IsOptional()
  @Trimmed()
  @IsString({ message: '要找的字不对' })
  @MaxLength(LIMITS.placeLabelChars, { message: `最多 ${LIMITS.placeLabelChars} 个字` })
  q?: string;

  /** Exactly these codes, for printing. Several are divided by commas. */
  @ApiProperty({ type: String, required: false })
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsArray({ message: '码的写法不对' })
  @ArrayMaxSize(LIMITS.placesAtOnce, { message: `一次最多打印 ${LIMITS.placesAtOnce} 张` })
  @IsString({ each: true, message: '码的写法不对' })
  @MaxLength(LIMITS.placeCodeChars, { each: true, message: '码的写法不对' })
  codes?: string[];

  @PageNumber()
  page?: number;

  @PageSize(LIMITS.placesAtOnce)
  pageSize?: number;
}

/** A code with what its sheet says. */
export class PlaceSheetDto {
  id: string;
  code: string;
  /** What the printed square holds: an ordinary link, which WeChat opens in the mini-program and any camera in a browser. */
  link: string;
  label: string;
  address: string;
  @ApiProperty({ type: AreaRefDto, nullable: true })
  grid: AreaRefDto | null;
  @ApiProperty({ type: AreaRefDto, nullable: true })
  building: AreaRefDto | null;
  location: LocationDto;
  createdAt: string;
  @ApiProperty({ type: String, nullable: true })
  revokedAt: string | null;
  @ApiProperty({ enum: PLACE_REVOCATIONS, enumName: 'PlaceRevocation', nullable: true })
  revokedWhy: PlaceRevocation | null;
  /** The code that took over from this one. */
  @ApiProperty({ type: String, nullable: true })
  replacedByCode: string | null;
}

export class PlaceSheetCountsDto {
  in_force: number;
  revoked: number;
}

export class PlaceSheetsDto {
  items: PlaceSheetDto[];
  total: number;
  counts: PlaceSheetCountsDto;
  communityName: string;
  /** Buildings nobody can scan anything at yet. */
  buildingsWithout: UncodedBuildingDto[];
}

export class UncodedBuildingDto {
  id: string;
  name: string;
  estateName: string;
}
