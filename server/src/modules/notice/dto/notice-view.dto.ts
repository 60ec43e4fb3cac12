import {
  NOTICE_ACTIONS,
  NOTICE_KINDS,
  NOTICE_REACHES,
  NOTICE_STATES,
  NOTICE_TIMELINE_ACTIONS,
  type NoticeAction,
  type NoticeKind,
  type NoticeReach,
  type NoticeState,
  type NoticeTimelineAction,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';

/** What stands on every line about a notice. */
class NoticeLineDto {
  id: string;

  @ApiProperty({ enum: NOTICE_KINDS, enumName: 'NoticeKind' })
  kind: NoticeKind;

  kindLabel: string;

  /** The name of a lucide icon. */
  icon: string;

  title: string;

  @ApiProperty({ enum: NOTICE_REACHES, enumName: 'NoticeReach' })
  reach: NoticeReach;

  /** For whom, in words. */
  whereLabel: string;

  startsAt: string | null;
  endsAt: string | null;

  /** From then on it is among the past ones. */
  overAt: string;

  publishedAt: string | null;
}

export class NoticeCardDto extends NoticeLineDto {
  /** For the whole community, or for the place that was asked about. */
  forHere: boolean;

  /** This person has opened it; false for everybody who is not signed in. */
  read: boolean;
}

export class NoticesDto {
  items: NoticeCardDto[];
  nextCursor: string | null;
  serverNow: string;
}

export class NoticeTimelineEntryDto {
  id: string;

  @ApiProperty({ enum: NOTICE_TIMELINE_ACTIONS })
  action: NoticeTimelineAction;

  label: string;
  actorName: string;
  at: string;
  reason: string | null;

  /** Staff read the reason, residents do not: the check found something in it, or has not answered yet. */
  reasonHidden: boolean;
}

/** How far the residents it is for have been told of it. */
export class NoticeToldDto {
  /** Into whose inbox it has been put so far. */
  people: number;

  /** How many there were when it was published. */
  expected: number;

  /** False while it goes on. */
  ended: boolean;
}

/** What only the community's staff read of a notice. */
export class NoticeDeskPartDto {
  writtenByName: string;
  writtenAt: string;

  /** People who were signed in and opened it, each once; who reads without signing in is not counted. */
  readCount: number;

  /** Null before it is published. */
  @ApiProperty({ type: NoticeToldDto, nullable: true })
  told: NoticeToldDto | null;

  /** What the check found, for the person who decides; null when it found nothing or a person has to look anyway. */
  found: string | null;

  /** The check has not answered yet. */
  checking: boolean;

  @ApiProperty({ enum: NOTICE_ACTIONS, isArray: true })
  allowedActions: NoticeAction[];

  timeline: NoticeTimelineEntryDto[];
}

export class NoticeDto extends NoticeLineDto {
  body: string;
  communityId: string;
  communityName: string;

  @ApiProperty({ enum: NOTICE_STATES, enumName: 'NoticeState' })
  state: NoticeState;

  stateLabel: string;
  read: boolean;

  @ApiProperty({ type: NoticeDeskPartDto, nullable: true })
  desk: NoticeDeskPartDto | null;

  serverNow: string;
}

export class NoticeReadDto {
  read: boolean;
}

export class NoticeDeskRowDto extends NoticeLineDto {
  communityName: string;

  @ApiProperty({ enum: NOTICE_STATES, enumName: 'NoticeState' })
  state: NoticeState;

  stateLabel: string;
  writtenByName: string;
  writtenAt: string;
  readCount: number;

  /** Null before it is published. */
  @ApiProperty({ type: NoticeToldDto, nullable: true })
  told: NoticeToldDto | null;
}

/** How many would be told of a notice for there. */
export class NoticeAudienceDto {
  people: number;

  /** Of those who belong to a home there, how many have never signed in and cannot be told by us. */
  withoutAccount: number;
}

export class NoticeCountsDto {
  published: number;
  waiting: number;
  withdrawn: number;
}

export class NoticeDeskDto {
  items: NoticeDeskRowDto[];
  total: number;
  counts: NoticeCountsDto;
  serverNow: string;
}
