import {
  HOTLINE_ACTIONS,
  HOTLINE_STATES,
  HOTLINE_TIMELINE_ACTIONS,
  type HotlineAction,
  type HotlineState,
  type HotlineTimelineAction,
  INCIDENT_STATES,
  type IncidentState,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';

export class HotlineClockDto {
  @ApiProperty({ enum: ['outside'] })
  kind: 'outside';
  startedAt: string;
  dueAt: string;
  /** When it was handed back; null while it runs. */
  stoppedAt: string | null;
  limitMinutes: number;
  /** The date was passed, and that stays so. */
  breached: boolean;
}

export class HotlineOrderCardDto {
  /** The incident's too. */
  id: string;
  outsideNumber: string;
  @ApiProperty({ enum: HOTLINE_STATES })
  state: HotlineState;
  /** The beginning of what the caller said. */
  title: string;
  clock: HotlineClockDto;
  communityId: string;
  incidentNumber: string;
  @ApiProperty({ enum: INCIDENT_STATES })
  incidentState: IncidentState;
  categoryLabel: string;
  placeLabel: string;
  handlerName: string | null;
  receivedAt: string;
  repliedAt: string | null;
}

export class HotlineStateCountsDto implements Record<HotlineState, number> {
  to_handle: number;
  to_reply: number;
  replied: number;
  reported_back: number;
}

export class HotlineOrdersDto {
  items: HotlineOrderCardDto[];
  total: number;
  /** What the search leaves, by state. */
  counts: HotlineStateCountsDto;
  serverNow: string;
}

export class HotlineTimelineEntryDto {
  id: string;
  @ApiProperty({ enum: HOTLINE_TIMELINE_ACTIONS })
  action: HotlineTimelineAction;
  label: string;
  at: string;
  byLabel: string;
  note: string | null;
}

export class HotlineOrderDto extends HotlineOrderCardDto {
  /** What the caller said, whole. */
  text: string;
  callerName: string;
  /** Only for those who answer the caller. */
  callerPhone: string | null;
  /** By which the caller can follow it. */
  followCode: string | null;
  replyText: string | null;
  repliedByName: string | null;
  /** How often the answer may still be put right. */
  correctionsLeft: number;
  reportedBackAt: string | null;
  @ApiProperty({ enum: HOTLINE_ACTIONS, isArray: true })
  allowedActions: HotlineAction[];
  timeline: HotlineTimelineEntryDto[];
  serverNow: string;
}

export const IMPORT_OUTCOMES = ['new', 'known', 'wrong'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What would become of one row. */
export class HotlineImportRowDto {
  /** Its number on the sheet. */
  row: number;
  @ApiProperty({ enum: IMPORT_OUTCOMES })
  outcome: ImportOutcome;
  outsideNumber: string;
  title: string;
  placeLabel: string | null;
  categoryLabel: string | null;
  outsideDueAt: string | null;
  /** What is worth knowing before it is taken in. */
  notes: string[];
  /** What has to be put right first. */
  errors: string[];
}

export class HotlineImportDto {
  fileHash: string;
  newCount: number;
  knownCount: number;
  wrongCount: number;
  /** Of a preview; empty once it was taken in. */
  rows: HotlineImportRowDto[];
}
