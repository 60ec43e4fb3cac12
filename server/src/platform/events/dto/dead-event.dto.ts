import { LIMITS } from '@linli/shared';
import { PageCursor, PageSize } from '../../../platform/http/paging.js';

export class DeadEventsQueryDto {
  @PageSize(LIMITS.feedLimitMax)
  limit?: number;

  @PageCursor()
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
