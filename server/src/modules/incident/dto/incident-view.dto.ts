import {
  INCIDENT_ACTIONS,
  INCIDENT_DIFFICULTIES,
  INCIDENT_ROUTES,
  INCIDENT_STATES,
  INCIDENT_TIMELINE_ACTIONS,
  INCIDENT_VISIBILITIES,
  type IncidentAction,
  type IncidentDifficulty,
  type IncidentRoute,
  type IncidentState,
  type IncidentTimelineAction,
  type IncidentVisibility,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { LocationDto } from '../../area/index.js';

const CLOCK_KINDS = ['response', 'solve'] as const;
const PHOTO_STAGES = ['report', 'resolve'] as const;

export class IncidentCategoryDto {
  code: string;
  label: string;
  /** The name of a lucide icon. */
  icon: string;
}

export class IncidentCategoryChoiceDto extends IncidentCategoryDto {
  @ApiProperty({ enum: INCIDENT_VISIBILITIES })
  visibility: IncidentVisibility;
}

export class IncidentCategoriesDto {
  items: IncidentCategoryChoiceDto[];
}

export class IncidentClockDto {
  @ApiProperty({ enum: CLOCK_KINDS })
  kind: (typeof CLOCK_KINDS)[number];
  startedAt: string;
  dueAt: string;
  /** Null while it runs. */
  stoppedAt: string | null;
  limitMinutes: number;
}

export class IncidentPhotoDto {
  id: string;
  @ApiProperty({ enum: PHOTO_STAGES })
  stage: (typeof PHOTO_STAGES)[number];
  url: string;
  thumbUrl: string;
  width: number;
  height: number;
}

export class IncidentTimelineEntryDto {
  id: string;
  @ApiProperty({ enum: INCIDENT_TIMELINE_ACTIONS })
  action: IncidentTimelineAction;
  label: string;
  at: string;
  /** A name for staff, a role for others; null where the public may not know, or where `label` says 您. */
  byLabel: string | null;
  note: string | null;
  photoIds: string[];
  @ApiProperty({ enum: INCIDENT_DIFFICULTIES, nullable: true })
  difficulty: IncidentDifficulty | null;
  rating: number | null;
}

export class IncidentCardDto {
  id: string;
  /** What people say on the telephone, such as AL-1120-017. */
  number: string;
  /** The reporter's words when this reader may read them, else the category. */
  title: string;
  category: IncidentCategoryDto;
  placeLabel: string;
  communityId: string;
  gridId: string | null;
  gridName: string | null;
  @ApiProperty({ enum: INCIDENT_STATES })
  state: IncidentState;
  @ApiProperty({ enum: INCIDENT_DIFFICULTIES, nullable: true })
  difficulty: IncidentDifficulty | null;
  @ApiProperty({ enum: INCIDENT_ROUTES, nullable: true })
  route: IncidentRoute | null;
  /** The running clock that is due first, else the one that stopped last. */
  @ApiProperty({ type: IncidentClockDto, nullable: true })
  clock: IncidentClockDto | null;
  coverUrl: string | null;
  reportedAt: string;
  resolvedAt: string | null;
  closedAt: string | null;
  /** For staff only. */
  handlerName: string | null;
  mine: boolean;
  /** The next move is this reader's. */
  awaitingMe: boolean;
  /** Text and photos are not shown to this reader. */
  textHidden: boolean;
  @ApiProperty({ type: LocationDto, nullable: true })
  location: LocationDto | null;
  solvedInMinutes: number | null;
}

export class IncidentDetailDto extends IncidentCardDto {
  communityName: string;
  description: string | null;
  photos: IncidentPhotoDto[];
  clocks: IncidentClockDto[];
  timeline: IncidentTimelineEntryDto[];
  /** What this reader may do now; every button is drawn from it. */
  @ApiProperty({ enum: INCIDENT_ACTIONS, isArray: true })
  allowedActions: IncidentAction[];
  /** Neighbours may read the text and see the photos. */
  published: boolean;
  /** For staff only. */
  reporterName: string | null;
  happenedAt: string | null;
  rating: number | null;
  serverNow: string;
}

export class IncidentFeedDto {
  items: IncidentCardDto[];
  nextCursor: string | null;
  serverNow: string;
}

export class WorkbenchCountsDto {
  open: number;
  overdue: number;
}

export class IncidentWorkbenchDto extends IncidentFeedDto {
  counts: WorkbenchCountsDto;
}

export class QueueCountsDto {
  open: number;
  due_soon: number;
  overdue: number;
  awaiting_confirm: number;
  all: number;
}

export class IncidentQueueDto {
  items: IncidentCardDto[];
  total: number;
  counts: QueueCountsDto;
  serverNow: string;
}

export class CommunityOverviewDto {
  id: string;
  name: string;
  /** What is reported and not yet said to be done. */
  openCount: number;
  /** Said to be done since midnight in Shanghai. */
  resolvedTodayCount: number;
}
