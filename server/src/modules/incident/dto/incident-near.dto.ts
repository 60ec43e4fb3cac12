import { COORDINATE_SYSTEMS, type CoordinateSystem } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsNumber, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { MayBeAbsent } from '../../../platform/http/validators.js';
import { IncidentCardDto } from './incident-view.dto.js';

/** A point is all of its three parts or none of them. */
const WithAPoint = () =>
  ValidateIf(
    ({ lng, lat, system }: IncidentsNearQueryDto) =>
      lng !== undefined || lat !== undefined || system !== undefined,
  );

/** The kind and the place as a report about to be sent has them. One of placeCode, buildingId and the point is needed. */
export class IncidentsNearQueryDto {
  @Matches(/^[a-z][a-z_]{0,31}$/, { message: '请选一个类别' })
  categoryCode: string;

  @MayBeAbsent()
  @IsString({ message: '地点码不对' })
  @MaxLength(64, { message: '地点码不对' })
  placeCode?: string;

  @MayBeAbsent()
  @IsUUID('all', { message: '请重新选楼栋' })
  buildingId?: string;

  @WithAPoint()
  @Type(() => Number)
  @IsNumber({ allowInfinity: false, allowNaN: false }, { message: '经度要是数字' })
  @Min(-180, { message: '经度要在 -180 到 180 之间' })
  @Max(180, { message: '经度要在 -180 到 180 之间' })
  lng?: number;

  @WithAPoint()
  @Type(() => Number)
  @IsNumber({ allowInfinity: false, allowNaN: false }, { message: '纬度要是数字' })
  @Min(-90, { message: '纬度要在 -90 到 90 之间' })
  @Max(90, { message: '纬度要在 -90 到 90 之间' })
  lat?: number;

  @ApiProperty({ enum: COORDINATE_SYSTEMS, required: false })
  @WithAPoint()
  @IsIn(COORDINATE_SYSTEMS, { message: '坐标系只能是 gcj02 或 wgs84' })
  system?: CoordinateSystem;
}

export class IncidentFollowingDto {
  /** Whether this reader follows it. */
  following: boolean;
  followerCount: number;
}

export class NearIncidentDto extends IncidentCardDto {
  /** Rounded up to whole tens, from the place as this reader may know it. */
  distanceMetres: number;
  following: boolean;
  followerCount: number;
}

export class NearIncidentsDto {
  /** The nearest first. */
  items: NearIncidentDto[];
  serverNow: string;
}
