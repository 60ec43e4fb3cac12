import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { AreaRefDto } from './area-ref.dto.js';
import { LocationDto, LocationInputDto } from './location.dto.js';

/** The same point as in a body, read from the address line, where everything is text. */
export class LocateQueryDto extends LocationInputDto {
  @Type(() => Number)
  override lng: number;

  @Type(() => Number)
  override lat: number;
}

export class NearestBuildingDto {
  id: string;
  name: string;
  estateName: string;
  distanceMetres: number;
}

/** Where a point lies. Community null: not served here; grid null: in nobody's grid. */
export class LocateDto {
  @ApiProperty({ type: AreaRefDto, nullable: true })
  community: AreaRefDto | null;
  @ApiProperty({ type: AreaRefDto, nullable: true })
  grid: AreaRefDto | null;
  @ApiProperty({ type: NearestBuildingDto, nullable: true })
  nearestBuilding: NearestBuildingDto | null;
  location: LocationDto;
}
