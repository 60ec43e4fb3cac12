import { LIMITS, MEMBER_STATES, type MemberState } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Trimmed } from '../../../platform/http/validators.js';

export class WaitingClaimsQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '每页条数要是整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(LIMITS.feedLimitMax, { message: `每页最多 ${LIMITS.feedLimitMax} 条` })
  limit?: number;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString({ message: '翻页位置不对' })
  @MaxLength(300, { message: '翻页位置不对' })
  cursor?: string;
}

export class MemberDeskQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '页码要是整数' })
  @Min(1, { message: '页码从 1 开始' })
  @Max(10_000, { message: '页码太大了' })
  page?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '每页条数要是整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(LIMITS.pageSizeMax, { message: `每页最多 ${LIMITS.pageSizeMax} 条` })
  pageSize?: number;

  @ApiProperty({ enum: MEMBER_STATES, enumName: 'MemberState', required: false })
  @IsOptional()
  @IsIn(MEMBER_STATES, { message: '没有这个状态' })
  state?: MemberState;

  @IsOptional()
  @IsUUID('all', { message: '请重新选楼' })
  buildingId?: string;

  /** A piece of a name or of an address. */
  @IsOptional()
  @Trimmed()
  @IsString({ message: '请重新写要找的字' })
  @MaxLength(40, { message: '要找的字最多 40 个' })
  q?: string;
}
