import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageNumber, PageSize } from '../../../platform/http/paging.js';
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

  /** An address or the beginning of one, the beginning of a room's number or of an owner's name, or a whole telephone number. */
  @IsOptional()
  @Trimmed()
  @IsString({ message: '请写地址、姓名或者完整的电话' })
  @MaxLength(40, { message: '最多 40 个字' })
  q?: string;

  @PageNumber()
  page?: number;

  @PageSize()
  pageSize?: number;
}
