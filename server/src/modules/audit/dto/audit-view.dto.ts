import { ApiProperty } from '@nestjs/swagger';
import { BREAKS, type BreakKind } from '../../../platform/audit/audit-chain.js';

export class NamedDto {
  id: string;
  /** Empty where the name is not known any more. */
  name: string;
}

export class AuditSubjectDto {
  type: string;
  id: string;
  label: string | null;
}

/** Who saw or did what to whom. */
export class AuditEntryDto {
  id: string;
  at: string;
  action: string;
  /** As they were called then; null: the system, or somebody who was not signed in. */
  actor: NamedDto | null;
  subject: AuditSubjectDto;
  /** As they are called now. */
  about: NamedDto | null;
  community: NamedDto | null;
  /** Ids, numbers and codes. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, string | number | boolean | null>;
  /** What details name by an id, by the detail's key; absent where it is not known any more. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  names: Record<string, string>;
  /** Its place in the chain; null for the second before it is sealed. */
  sealedAs: number | null;
}

export class AuditEntriesDto {
  items: AuditEntryDto[];
  nextCursor: string | null;
}

export class AuditRootDto {
  day: string;
  seq: number;
  hash: string;
}

/** What to write down and keep elsewhere. */
export class AuditRootsDto {
  /** The last seal there is now. */
  seq: number;
  hash: string;
  sealedAt: string | null;
  /** Entries that wait to be sealed, up to a hundred. */
  waiting: number;
  /** Of the days that are over, the last first. */
  items: AuditRootDto[];
}

export class AuditBreakDto {
  @ApiProperty({ enum: BREAKS, enumName: 'AuditBreakKind' })
  kind: BreakKind;
  seq: number | null;
  entryId: string | null;
}

/** One part of a check. */
export class AuditCheckDto {
  /** How many seals or entries it went through. */
  count: number;
  /** What it goes through now. */
  @ApiProperty({ enum: ['seals', 'entries'] })
  phase: 'seals' | 'entries';
  /** How many seals there are, to tell how far it is. */
  total: number;
  /** To be sent for the next part; null when the check is over. */
  next: string | null;
  broken: AuditBreakDto | null;
}
