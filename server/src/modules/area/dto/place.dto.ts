import { ApiProperty } from '@nestjs/swagger';
import { AreaRefDto } from './area-ref.dto.js';
import { LocationDto } from './location.dto.js';

/** A place with a printed code. */
export class PlaceDto {
  code: string;
  label: string;
  address: string;
  community: AreaRefDto;
  @ApiProperty({ type: AreaRefDto, nullable: true })
  grid: AreaRefDto | null;
  @ApiProperty({ type: AreaRefDto, nullable: true })
  building: AreaRefDto | null;
  location: LocationDto;
}
