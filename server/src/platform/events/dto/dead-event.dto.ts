import { LIMITS } from '@linli/shared';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageSize } from '../../../platform/http/paging.js';

export class DeadEventsQueryDto {
  @PageSize(LIMITS.feedLimitMax)
  limit?: number;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString({ message: '翻页位置不对' })
  @MaxLength(300, { message: '翻页位置不对' })
  cursor?: string;
}

/** An event whose effects were given up. */
export class DeadEventDto {
  id: string;
  type: string;
  subjectType: string;
  subjectId: string;
  communityId: string | null;
  /** When it happened. */
  at: string;
  /** When its effects were given up. */
  diedAt: string;
  attempts: number;
  /** Which effect failed, how, and where in the code; never what somebody wrote. */
  error: string;
}

export class DeadEventsDto {
  items: DeadEventDto[];
  nextCursor: string | null;
}
