import { LIMITS, ORGANISATION_KINDS, type OrganisationKind } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { PageNumber, PageSize } from '../../../../platform/http/paging.js';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../../platform/http/validators.js';

const NAME_TOO_LONG = `名字最多 ${LIMITS.organisationNameChars} 个字`;

export class OrganisationDeskQueryDto {
  /** Those that were dissolved; absent: those that are there. */
  @ApiProperty({ enum: ['dissolved'], required: false })
  @MayBeAbsent()
  @IsIn(['dissolved'], { message: '没有这一类' })
  when?: 'dissolved';

  @ApiProperty({ enum: ORGANISATION_KINDS, enumName: 'OrganisationKind', required: false })
  @MayBeAbsent()
  @IsIn(ORGANISATION_KINDS, { message: '没有这一类单位' })
  kind?: OrganisationKind;

  /** Part of a name. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '搜索的内容要写成文字' })
  @MaxLength(20, { message: '搜索的内容最多 20 个字' })
  q?: string;

  @PageNumber()
  page?: number;

  @PageSize()
  pageSize?: number;
}

export class OrganisationRowDto {
  id: string;
  name: string;

  @ApiProperty({ enum: ORGANISATION_KINDS, enumName: 'OrganisationKind' })
  kind: OrganisationKind;

  /** The community it serves, or the whole subdistrict. */
  serves: string;
  /** The estates there that it works for. */
  estateNames: string[];
  /** Appointments to it that are not over. */
  people: number;
  openTasks: number;
  createdAt: string;
  dissolvedAt: string | null;
}

export class OrganisationDeskDto {
  items: OrganisationRowDto[];
  total: number;
}

export class OrganisationPersonDto {
  /** The appointment's. */
  id: string;
  personId: string;
  name: string;
  roleLabel: string;
  fromAt: string;
  toAt: string | null;
}

export class OrganisationEstateDto {
  id: string;
  label: string;
}

export class OrganisationDetailDto extends OrganisationRowDto {
  /** Those who are or will be appointed to it. */
  appointed: OrganisationPersonDto[];
  /** The estates it works for. */
  estates: OrganisationEstateDto[];
  /** The estates there are where it serves. */
  estateChoices: OrganisationEstateDto[];
}

export class OrganisationPlaceDto {
  @ApiProperty({ enum: ['community', 'subdistrict'] })
  kind: 'community' | 'subdistrict';

  id: string;
  label: string;
}

export class OrganisationPlacesDto {
  items: OrganisationPlaceDto[];
}

export class AddOrganisationDto {
  /** The organisation's, made by the client. */
  @IsUuidV7()
  id: string;

  @ApiProperty({ enum: ORGANISATION_KINDS, enumName: 'OrganisationKind' })
  @IsIn(ORGANISATION_KINDS, { message: '请选是哪一类单位' })
  kind: OrganisationKind;

  @Trimmed()
  @IsString({ message: '请写名字' })
  @IsNotEmpty({ message: '请写名字' })
  @MaxLength(LIMITS.organisationNameChars, { message: NAME_TOO_LONG })
  name: string;

  /** A community, or a whole subdistrict. */
  @IsUuidV7({ message: '请选服务哪里' })
  areaId: string;
}

export class OrganisationActDto {
  /** Made by the client, so that sending twice is one action. */
  @IsUuidV7()
  actionId: string;
}

export class RenameOrganisationDto extends OrganisationActDto {
  @Trimmed()
  @IsString({ message: '请写名字' })
  @IsNotEmpty({ message: '请写名字' })
  @MaxLength(LIMITS.organisationNameChars, { message: NAME_TOO_LONG })
  name: string;
}

export class ServeEstatesDto extends OrganisationActDto {
  @IsArray({ message: '请选小区' })
  @ArrayMaxSize(LIMITS.organisationEstates, { message: `最多选 ${LIMITS.organisationEstates} 个小区` })
  @IsUuidV7({ each: true, message: '请重新选小区' })
  estateIds: string[];
}
