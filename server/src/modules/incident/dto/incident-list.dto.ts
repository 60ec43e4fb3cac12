import { INCIDENT_STATES, type IncidentState, LIMITS } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageCursor, PageNumber, PageSize } from '../../../platform/http/paging.js';
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
  @PageSize(LIMITS.feedLimitMax)
  limit?: number;

  @PageCursor()
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
  @PageNumber()
  page?: number;

  @PageSize()
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
