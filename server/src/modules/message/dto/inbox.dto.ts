import { LIMITS, MESSAGE_KINDS, type MessageKind } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { PageCursor, PageSize } from '../../../platform/http/paging.js';
import { IsMoment, MayBeAbsent } from '../../../platform/http/validators.js';
import type { LinkType } from '../inbox-message.entity.js';

const LINK_TYPES = [
  'incident',
  'task',
  'notice',
  'my_home',
  'home_claim',
  'my_privacy',
  'none',
] as const satisfies LinkType[];

export class InboxQueryDto {
  @PageSize(LIMITS.feedLimitMax)
  limit?: number;

  @PageCursor()
  cursor?: string;

  /** `true`: only what has not been read. */
  @ApiProperty({ type: Boolean, required: false })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: '只看未读要写成 true 或 false' })
  unread?: boolean;
}

export class MessageLinkDto {
  @ApiProperty({ enum: LINK_TYPES })
  type: LinkType;

  id: string | null;
}

export class InboxMessageDto {
  id: string;

  @ApiProperty({ enum: MESSAGE_KINDS })
  kind: MessageKind;

  kindLabel: string;
  title: string;
  body: string;
  link: MessageLinkDto;
  at: string;
  readAt: string | null;
}

export class InboxDto {
  items: InboxMessageDto[];
  nextCursor: string | null;
}

export class InboxCountDto {
  /** Counted up to 100: more are not told apart. */
  unread: number;
}

export class ReadAllDto {
  /** The moment of the newest message on the screen; without it everything until now. */
  @MayBeAbsent()
  @IsMoment('时间的格式不对')
  until?: string;
}
