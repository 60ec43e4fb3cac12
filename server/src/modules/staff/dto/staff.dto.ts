import { ROLES, type Role } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { PageNumber, PageSize } from '../../../platform/http/paging.js';
import { MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

export const HELD_WHEN = ['now', 'coming', 'ended'] as const;
export type HeldWhen = (typeof HELD_WHEN)[number];

export class StaffQueryDto {
  @ApiProperty({ enum: HELD_WHEN, required: false })
  @MayBeAbsent()
  @IsIn(HELD_WHEN, { message: '没有这一类' })
  when?: HeldWhen;

  @ApiProperty({ enum: ROLES, enumName: 'Role', required: false })
  @MayBeAbsent()
  @IsIn(ROLES, { message: '没有这个身份' })
  role?: Role;

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

export class StaffLeaveDto {
  id: string;
  fromAt: string;
  toAt: string;
  standInName: string | null;
}

export class StaffAppointmentDto {
  id: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;

  roleLabel: string;
  placeLabel: string;
  fromAt: string;
  toAt: string | null;

  @ApiProperty({ enum: HELD_WHEN })
  when: HeldWhen;

  onLeave: boolean;
  /** In whose place, while that person is on leave. */
  standInForName: string | null;
  /** Those that are not over. */
  leaves: StaffLeaveDto[];
  /** Whether the reader may end it. */
  manageable: boolean;
}

export class StaffPersonDto {
  id: string;
  name: string;
  suspended: boolean;
  appointments: StaffAppointmentDto[];
}

export class StaffListDto {
  items: StaffPersonDto[];
  total: number;

  /** What the reader may appoint anybody to. */
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles: Role[];
}

export class StaffPersonDetailDto extends StaffPersonDto {
  /** Every number they sign in with. */
  maskedPhones: string[];
}

export class FoundPersonDto {
  id: string;
  name: string;
  maskedPhone: string;
  /** Whether they were known before. */
  known: boolean;
}

export class StaffPlacesQueryDto {
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  @IsIn(ROLES, { message: '没有这个身份' })
  role: Role;
}

export class StaffPlaceDto {
  @ApiProperty({ enum: ['area', 'estate', 'organisation'] })
  kind: 'area' | 'estate' | 'organisation';

  id: string;
  label: string;
}

export class StaffPlacesDto {
  items: StaffPlaceDto[];
}

export class HeldCaseDto {
  id: string;
  number: string;
  placeLabel: string;
}

export class HeirDto {
  id: string;
  name: string;
  roleLabel: string;
}

export class HeldCasesDto {
  count: number;
  /** The first of them. */
  items: HeldCaseDto[];
  /** Who could go on with all of them. */
  heirs: HeirDto[];
  /** Nobody else serves the grid. */
  emptiesGrid: boolean;
  /** Nobody else works in the organisation. */
  emptiesOrganisation: boolean;
  /** Tasks that the organisation has to do. */
  openTasks: number;
}
