import { LIMITS, ROLES, type Role } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
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

  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: '页码要是整数' })
  @Min(1, { message: '页码从 1 开始' })
  @Max(10_000, { message: '页码太大了' })
  page?: number;

  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: '每页条数要是整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(LIMITS.pageSizeMax, { message: `每页最多 ${LIMITS.pageSizeMax} 条` })
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
  maskedPhone: string | null;
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
}
