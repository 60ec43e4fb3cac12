import { LIMITS } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { DeliveryChannel } from '../delivery/delivery.entity.js';

export class DeadDeliveriesQueryDto {
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

/** Without its words and without its receiver: who mends the way needs neither. */
export class DeadDeliveryDto {
  id: string;

  @ApiProperty({ enum: ['wechat', 'sms', 'wecom'] })
  channel: DeliveryChannel;

  channelLabel: string;

  /** What kind of message it was; null for a group's post. */
  kindLabel: string | null;

  /** The community, for a group's post. */
  communityId: string | null;

  attempts: number;
  lastError: string;

  /** When what it tells of happened. */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** When it was given up. */
  @ApiProperty({ format: 'date-time' })
  diedAt: string;
}

export class DeadDeliveriesDto {
  items: DeadDeliveryDto[];
  nextCursor: string | null;
}
