import { INCIDENT_STATES, type IncidentState, LIMITS } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsMoment, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

export const QUEUE_TABS = [
  'open',
  'due_soon',
  'overdue',
  'to_approve',
  'awaiting_confirm',
  'to_check_back',
  'all',
] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const UUID_OR_NONE = /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export class IncidentFeedQueryDto {
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt({ message: '每页条数要是整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(LIMITS.feedLimitMax, { message: `每页最多 ${LIMITS.feedLimitMax} 条` })
  limit?: number;

  /** `nextCursor` of the page before. */
  @MayBeAbsent()
  @IsString({ message: '翻页位置不对' })
  @MaxLength(300, { message: '翻页位置不对' })
  cursor?: string;
}

export class PublicIncidentsQueryDto extends IncidentFeedQueryDto {
  @IsUUID('all', { message: '请先选一个社区' })
  communityId: string;

  @MayBeAbsent()
  @IsUUID('all', { message: '请重新选网格' })
  gridId?: string;
}

export class IncidentQueueQueryDto {
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

  @ApiProperty({ enum: QUEUE_TABS, required: false })
  @MayBeAbsent()
  @IsIn(QUEUE_TABS, { message: '没有这一栏' })
  tab?: QueueTab;

  /** A grid's id, or `none` for what lies in no grid. */
  @MayBeAbsent()
  @Matches(UUID_OR_NONE, { message: '请重新选网格' })
  gridId?: string;

  @MayBeAbsent()
  @Matches(/^[a-z][a-z_]{0,31}$/, { message: '请重新选类别' })
  categoryCode?: string;

  @ApiProperty({ enum: INCIDENT_STATES, required: false })
  @MayBeAbsent()
  @IsIn(INCIDENT_STATES, { message: '没有这个状态' })
  state?: IncidentState;

  /** Only what came from the city hotline (12345). */
  @MayBeAbsent()
  @IsIn(['true'], { message: '只能写 true' })
  hotline?: 'true';

  /** Part of the number, the place or the text. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '搜索的内容要写成文字' })
  @MaxLength(50, { message: '搜索的内容最多 50 个字' })
  q?: string;

  /** Reported at or after this moment. */
  @MayBeAbsent()
  @IsMoment('开始时间不对')
  from?: string;

  /** Reported before this moment. */
  @MayBeAbsent()
  @IsMoment('结束时间不对')
  to?: string;
}
