import { LIMITS } from '@linli/shared';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class DeadEventsQueryDto {
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
