import { COORDINATE_SYSTEMS, type CoordinateSystem } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNumber, Max, Min } from 'class-validator';

/** A point in GCJ-02, as every answer has it. */
export class LocationDto {
  lng: number;
  lat: number;
}

/** A point as a client knows it: mini-programs speak GCJ-02, browsers WGS-84. */
export class LocationInputDto {
  @IsNumber({ allowInfinity: false, allowNaN: false }, { message: '经度要是数字' })
  @Min(-180, { message: '经度要在 -180 到 180 之间' })
  @Max(180, { message: '经度要在 -180 到 180 之间' })
  lng: number;

  @IsNumber({ allowInfinity: false, allowNaN: false }, { message: '纬度要是数字' })
  @Min(-90, { message: '纬度要在 -90 到 90 之间' })
  @Max(90, { message: '纬度要在 -90 到 90 之间' })
  lat: number;

  @ApiProperty({ enum: COORDINATE_SYSTEMS })
  @IsIn(COORDINATE_SYSTEMS, { message: '坐标系只能是 gcj02 或 wgs84' })
  system: CoordinateSystem;
}
