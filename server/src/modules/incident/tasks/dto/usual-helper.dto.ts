import { ApiProperty } from '@nestjs/swagger';
import { OrganisationDto } from '../../../organisation/index.js';

/** All null where nobody has done anything of this kind here lately. */
export class UsualHelperDto {
  @ApiProperty({ type: OrganisationDto, nullable: true })
  organisation: OrganisationDto | null;
  /** When it was done last. */
  endedAt: string | null;
  /** How long that took, from being asked. */
  tookMinutes: number | null;
}
