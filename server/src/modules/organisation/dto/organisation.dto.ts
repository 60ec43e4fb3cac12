import { ORGANISATION_KINDS, type OrganisationKind } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

export class OrganisationsQueryDto {
  @IsUUID('all', { message: '请先选一个社区' })
  communityId: string;
}

export class OrganisationDto {
  id: string;
  name: string;
  @ApiProperty({ enum: ORGANISATION_KINDS, enumName: 'OrganisationKind' })
  kind: OrganisationKind;
}

/** One that can be asked to help. */
export class ServingOrganisationDto extends OrganisationDto {
  /** False while nobody acts for it: it cannot be given anything then. */
  hasPeople: boolean;
}

export class OrganisationsDto {
  items: ServingOrganisationDto[];
}
