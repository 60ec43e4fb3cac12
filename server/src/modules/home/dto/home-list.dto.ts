import { LIMITS } from '@linli/shared';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Trimmed } from '../../../platform/http/validators.js';

export class HomeCommunityQueryDto {
  @IsUUID('all', { message: '请先选一个社区' })
  communityId: string;
}

export class HomesQueryDto extends HomeCommunityQueryDto {
  @IsOptional()
  @IsUUID('all', { message: '请重新选小区' })
  estateId?: string;

  @IsOptional()
  @IsUUID('all', { message: '请重新选楼栋' })
  buildingId?: string;

  /** The beginning of a room's number or of an owner's name, or a whole telephone number. */
  @IsOptional()
  @Trimmed()
  @IsString({ message: '请写房号、姓名或者完整的电话' })
  @MaxLength(40, { message: '最多 40 个字' })
  q?: string;

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
}
