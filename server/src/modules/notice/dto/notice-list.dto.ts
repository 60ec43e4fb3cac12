import { LIMITS, NOTICE_REACHES, NOTICE_STATES, type NoticeReach, type NoticeState } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { PageCursor, PageNumber, PageSize } from '../../../platform/http/paging.js';

const Truth = () => Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value));

export class NoticesQueryDto {
  @IsUUID('all', { message: '请先选一个社区' })
  communityId: string;

  /** The code printed on a place: notices for its building and grid are for here. */
  @IsOptional()
  @IsString({ message: '地点码不对' })
  @MaxLength(64, { message: '地点码不对' })
  placeCode?: string;

  /** Where only the grid is known. */
  @IsOptional()
  @IsUUID('all', { message: '请重新选网格' })
  gridId?: string;

  /** `true`: also those for other parts of the community, although it is known where one is. */
  @ApiProperty({ type: Boolean, required: false })
  @IsOptional()
  @Truth()
  @IsBoolean({ message: '要写成 true 或 false' })
  everywhere?: boolean;

  /** `true`: those that are over, the latest first, instead of those that are not. */
  @ApiProperty({ type: Boolean, required: false })
  @IsOptional()
  @Truth()
  @IsBoolean({ message: '要写成 true 或 false' })
  past?: boolean;

  @PageSize(LIMITS.feedLimitMax)
  limit?: number;

  @PageCursor()
  cursor?: string;
}

/** Said once, a parameter is no list yet. */
const Listed = () => Transform(({ value }) => (Array.isArray(value) ? value : [value]));

export class NoticeAudienceQueryDto {
  @IsUUID('all', { message: '请先选一个社区' })
  communityId: string;

  @ApiProperty({ enum: NOTICE_REACHES, enumName: 'NoticeReach' })
  @IsIn(NOTICE_REACHES, { message: '请选发给谁' })
  reach: NoticeReach;

  /** The grids or buildings it is for; none for the whole community. */
  @ApiProperty({ type: [String], required: false })
  @Listed()
  @IsArray({ message: '请选好发给哪些网格或哪些楼' })
  @ArrayMaxSize(LIMITS.noticeAreas, { message: `最多选 ${LIMITS.noticeAreas} 处，再多就发给全社区` })
  @ArrayUnique({ message: '有的地方选了两次' })
  @IsUUID('all', { each: true, message: '请重新选网格或楼' })
  areaIds: string[] = [];
}

export class NoticeDeskQueryDto {
  @PageNumber()
  page?: number;

  @PageSize()
  pageSize?: number;

  @ApiProperty({ enum: NOTICE_STATES, enumName: 'NoticeState', required: false })
  @IsOptional()
  @IsIn(NOTICE_STATES, { message: '没有这个状态' })
  state?: NoticeState;
}
