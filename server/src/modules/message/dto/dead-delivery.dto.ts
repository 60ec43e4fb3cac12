import { LIMITS } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { PageCursor, PageSize } from '../../../platform/http/paging.js';
import type { DeliveryChannel } from '../delivery/delivery.entity.js';

export class DeadDeliveriesQueryDto {
  @PageSize(LIMITS.feedLimitMax)
  limit?: number;

  @PageCursor()
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
