import { LIMITS, MEMBER_STATES, type MemberState } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageCursor, PageNumber, PageSize } from '../../../platform/http/paging.js';
import { Trimmed } from '../../../platform/http/validators.js';

export class WaitingClaimsQueryDto {
  @PageSize(LIMITS.feedLimitMax)
  limit?: number;

  @PageCursor()
  cursor?: string;
}

export class MemberDeskQueryDto {
  @PageNumber()
  page?: number;

  @PageSize()
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
