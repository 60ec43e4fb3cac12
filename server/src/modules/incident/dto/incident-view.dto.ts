import {
  CHECK_BACK_OUTCOMES,
  type CheckBackOutcome,
  CLOCK_KINDS,
  type ClockKind,
  EMERGENCY_NUMBERS,
  type EmergencyNumber,
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
  ORGANISATION_KINDS,
  type OrganisationKind,
  TASK_STATES,
  type TaskState,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { LocationDto } from '../../area/index.js';
import { VoiceNoteDto } from '../../voice/index.js';

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
  /** Whom to call first where this kind means danger to life. */
  @ApiProperty({ enum: EMERGENCY_NUMBERS, nullable: true })
  emergency: EmergencyNumber | null;
}

export class IncidentCategoriesDto {
  items: IncidentCategoryChoiceDto[];
}

export class IncidentClockDto {
  @ApiProperty({ enum: CLOCK_KINDS })
  kind: ClockKind;
  /** 1, and one more for each time it was said to be done and was not. */
  round: number;
  startedAt: string;
  dueAt: string;
  /** Null while it runs. */
  stoppedAt: string | null;
  /** Since when an approved hold stops it; null while it runs. */
  pausedAt: string | null;
  /** In minutes of service. */
  limitMinutes: number;
  /** The limit was passed, and that stays so. */
  breached: boolean;
  /** A hold was asked for and nobody has decided: it is neither late nor in time. */
  undecided: boolean;
}

export class IncidentPhotoDto {
  id: string;
  @ApiProperty({ enum: PHOTO_STAGES })
  stage: (typeof PHOTO_STAGES)[number];
  url: string;
  thumbUrl: string;
  width: number;
  height: number;
  /** For staff: neighbours may not see it yet, and what a check found. */
  hidden: boolean;
  flagged: string | null;
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
  @ApiProperty({ enum: INCIDENT_ROUTES, nullable: true })
  route: IncidentRoute | null;
  @ApiProperty({ enum: CHECK_BACK_OUTCOMES, nullable: true })
  outcome: CheckBackOutcome | null;
  /** Of a plan: by when it will be done. */
  dueAt: string | null;
  /** For staff: neighbours may not read it yet, and what a check found. */
  hidden: boolean;
  flagged: string | null;
}

/** Who was asked to help with it in this round: returned and cancelled tasks do not count. */
export class IncidentHelpersDto {
  names: string[];
  done: number;
  total: number;
}

export class IncidentCardDto {
  id: string;
  /** What people say on the telephone, such as AL-1120-017. */
  number: string;
  /** The reporter's words, else what was heard of them, when this reader may read them; else the category. */
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
  /** Of a hard one: by when its plan says it will be done. */
  planDueAt: string | null;
  /** Who it went up to for being overdue, such as 社区书记. */
  escalatedTo: string | null;
  /** For staff only; null while nobody was asked. */
  @ApiProperty({ type: IncidentHelpersDto, nullable: true })
  helpers: IncidentHelpersDto | null;
  /** For staff: by when the city hotline (12345) wants an answer, where it came from there. */
  @ApiProperty({ type: IncidentClockDto, nullable: true })
  outsideClock: IncidentClockDto | null;
}

/** What each answer to how hard it is would set running, in working minutes. */
export class IncidentJudgingDto {
  simpleMinutes: number;
  complexMinutes: number;
  /** A hard one: until its plan. */
  planMinutes: number;
}

/** What was said about a hard one: what will be done, and by when. */
export class IncidentPlanDto {
  dueAt: string;
  note: string | null;
}

const HOLD_STATES = ['requested', 'held'] as const;

export class IncidentHoldDto {
  @ApiProperty({ enum: HOLD_STATES })
  state: (typeof HOLD_STATES)[number];
  requestedAt: string;
  /** A name for staff, a role for others; null where it was this reader. */
  byLabel: string | null;
  reason: string | null;
  /** This reader asked for it. */
  mine: boolean;
}

export class MergedIntoDto {
  id: string;
  number: string;
  @ApiProperty({ enum: INCIDENT_STATES })
  state: IncidentState;
  /** Its category: its words may not be for this reader. */
  title: string;
}

/** What an organisation was given to do. */
export class IncidentTaskDto {
  /** For staff only, who may open it. */
  id: string | null;
  organisationName: string;
  @ApiProperty({ enum: ORGANISATION_KINDS, enumName: 'OrganisationKind' })
  organisationKind: OrganisationKind;
  @ApiProperty({ enum: TASK_STATES })
  state: TaskState;
  dueAt: string;
  lead: boolean;
  breached: boolean;
  /** In which round of the incident it was given. */
  round: number;
}

export class IncidentCheckBackDto {
  @ApiProperty({ enum: CHECK_BACK_OUTCOMES })
  outcome: CheckBackOutcome;
  /** For staff only. */
  note: string | null;
  at: string;
  byLabel: string | null;
}

/** What a card that is passed on says: no more than a stranger may read. */
export class IncidentShareDto {
  title: string;
  coverUrl: string | null;
}

export class IncidentDetailDto extends IncidentCardDto {
  communityName: string;
  description: string | null;
  /** For the reporter and staff alone: a voice tells who speaks. */
  @ApiProperty({ type: VoiceNoteDto, nullable: true })
  voice: VoiceNoteDto | null;
  /** What staff heard in it, as far as it is for this reader. */
  voiceWords: string | null;
  photos: IncidentPhotoDto[];
  clocks: IncidentClockDto[];
  timeline: IncidentTimelineEntryDto[];
  /** What this reader may do now; every button is drawn from it. */
  @ApiProperty({ enum: INCIDENT_ACTIONS, isArray: true })
  allowedActions: IncidentAction[];
  /** For whoever may judge now. */
  @ApiProperty({ type: IncidentJudgingDto, nullable: true })
  judging: IncidentJudgingDto | null;
  /** Neighbours may read the text and see the photos. */
  published: boolean;
  /** For staff: texts and pictures that neighbours may not see yet. */
  hiddenPieceCount: number;
  /** For staff only. */
  reporterName: string | null;
  happenedAt: string | null;
  rating: number | null;
  /** 1, and one more each time it was said to be done and was not. */
  round: number;
  @ApiProperty({ type: IncidentPlanDto, nullable: true })
  plan: IncidentPlanDto | null;
  @ApiProperty({ type: IncidentHoldDto, nullable: true })
  hold: IncidentHoldDto | null;
  /** Why it was not taken on; for everybody who may see it. */
  rejectReason: string | null;
  @ApiProperty({ type: MergedIntoDto, nullable: true })
  mergedInto: MergedIntoDto | null;
  /** How many others turned out to be the same as this one. */
  mergedCount: number;
  @ApiProperty({ type: IncidentCheckBackDto, nullable: true })
  checkBack: IncidentCheckBackDto | null;
  /** Who typed it in for a caller; for staff only. */
  enteredBy: string | null;
  /** The button to follow it is drawn from this; whoever is not signed in is asked to. */
  mayFollow: boolean;
  /** Whether this reader follows it. */
  following: boolean;
  followerCount: number;
  /** Of all rounds, in the order in which they were given. */
  tasks: IncidentTaskDto[];
  /** Null: only neighbours or staff may see it, so it is not passed on. */
  @ApiProperty({ type: IncidentShareDto, nullable: true })
  share: IncidentShareDto | null;
  serverNow: string;
}

/** A report that was typed in for a caller, with what they follow it by. */
export class IncidentForResidentDto {
  incident: IncidentDetailDto;
  /** Ten letters and digits; the link is /f/{followCode}. */
  followCode: string;
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
  /** Holds that wait to be decided. */
  to_approve: number;
  /** Said to be done, and nobody has asked the reporter. No more than `listCountMax` are counted. */
  to_check_back: number;
  /** No more than `listCountMax` are counted. */
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
