import {
  LIMITS,
  TASK_ACTIONS,
  TASK_STATES,
  TASK_TABS,
  TASK_TIMELINE_ACTIONS,
  type TaskAction,
  type TaskState,
  type TaskTab,
  type TaskTimelineAction,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageCursor, PageSize } from '../../../../platform/http/paging.js';
import { MayBeAbsent } from '../../../../platform/http/validators.js';
import { LocationDto } from '../../../area/index.js';
import { OrganisationDto } from '../../../organisation/index.js';
import { IncidentCategoryDto } from '../../dto/incident-view.dto.js';

const PHOTO_STAGES = ['report', 'task'] as const;
const TASK_CLOCK_KINDS = ['task'] as const;

export class TasksQueryDto {
  /** `open` when absent. */
  @ApiProperty({ enum: TASK_TABS, required: false })
  @MayBeAbsent()
  @IsIn(TASK_TABS, { message: '没有这一栏' })
  state?: TaskTab;

  @PageSize(LIMITS.feedLimitMax)
  limit?: number;

  @PageCursor()
  cursor?: string;
}

export class TaskClockDto {
  @ApiProperty({ enum: TASK_CLOCK_KINDS })
  kind: (typeof TASK_CLOCK_KINDS)[number];
  round: number;
  startedAt: string;
  dueAt: string;
  /** Null while it runs. */
  stoppedAt: string | null;
  limitMinutes: number;
  breached: boolean;
}

export class TaskPhotoDto {
  id: string;
  /** Of the report, or of how this task was done. */
  @ApiProperty({ enum: PHOTO_STAGES })
  stage: (typeof PHOTO_STAGES)[number];
  url: string;
  thumbUrl: string;
  width: number;
  height: number;
}

export class TaskTimelineEntryDto {
  id: string;
  @ApiProperty({ enum: TASK_TIMELINE_ACTIONS })
  action: TaskTimelineAction;
  label: string;
  at: string;
  /** A name for staff and within the organisation, else a role; null where the system did it. */
  byLabel: string | null;
  organisationName: string;
  note: string | null;
  photoIds: string[];
  /** The date that was set, asked for or granted. */
  dueAt: string | null;
}

export class OtherTaskDto {
  organisationName: string;
  @ApiProperty({ enum: TASK_STATES })
  state: TaskState;
}

/** A task as its list shows it. It never tells who reported. */
export class TaskCardDto {
  id: string;
  /** The incident's, as people say it on the telephone. */
  incidentNumber: string;
  /** The report's words, else the category. */
  title: string;
  category: IncidentCategoryDto;
  placeLabel: string;
  coverUrl: string | null;
  /** What is to be done. */
  note: string;
  /** Of a joint incident's tasks one leads. */
  lead: boolean;
  organisation: OrganisationDto;
  @ApiProperty({ enum: TASK_STATES })
  state: TaskState;
  dueAt: string;
  /** Until when the organisation asks to have, while nobody has answered. */
  askedDueAt: string | null;
  breached: boolean;
  clock: TaskClockDto;
}

export class TaskDetailDto extends TaskCardDto {
  /** For staff only. */
  incidentId: string | null;
  /** Null while nobody knows where it is. */
  location: LocationDto | null;
  description: string;
  photos: TaskPhotoDto[];
  timeline: TaskTimelineEntryDto[];
  /** What this reader may do now; every button is drawn from it. */
  @ApiProperty({ enum: TASK_ACTIONS, isArray: true })
  allowedActions: TaskAction[];
  /** The other organisations at the same incident. */
  others: OtherTaskDto[];
  serverNow: string;
}

export class TaskCountsDto {
  open: number;
  overdue: number;
}

export class TasksDto {
  items: TaskCardDto[];
  nextCursor: string | null;
  counts: TaskCountsDto;
  serverNow: string;
}
