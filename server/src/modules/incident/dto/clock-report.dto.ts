import { CLOCK_KINDS, type ClockKind } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';

export const CLOCK_REPORT_EVENTS = ['start', 'pause', 'resume', 'stop', 'due', 'warn', 'escalate'] as const;
export type ClockReportEvent = (typeof CLOCK_REPORT_EVENTS)[number];

export class ClockReportEventDto {
  at: string;
  @ApiProperty({ enum: CLOCK_REPORT_EVENTS })
  what: ClockReportEvent;
  label: string;
  /** Null where nobody did it. */
  byLabel: string | null;
}

export class ClockReportItemDto {
  @ApiProperty({ enum: CLOCK_KINDS })
  kind: ClockKind;
  round: number;
  limitMinutes: number;
  /** Of service, without what a hold took out. */
  usedMinutes: number;
  breached: boolean;
  dueAt: string;
  stoppedAt: string | null;
  events: ClockReportEventDto[];
}

export class ClockReportDto {
  items: ClockReportItemDto[];
}
