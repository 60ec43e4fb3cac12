import { HOME_IMPORT_STATES, type HomeImportState } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsUuidV7 } from '../../../platform/http/validators.js';
import { HOME_CHANGE_KINDS, type HomeChangeKind } from '../imports/home-import.changes.js';

export class ConfirmHomeImportDto {
  @IsUuidV7()
  actionId: string;

  /** Of the changes that were looked at. */
  @Matches(/^[0-9a-f]{64}$/, { message: '请先看过预览再确认' })
  planHash: string;
}

export class AbandonHomeImportDto {
  @IsUuidV7()
  actionId: string;
}

/** What is to be said of one row of the file. */
export class HomeImportRowDto {
  row: number;
  /** As it is written there: 「安澜里 3号楼 1单元 302」. */
  label: string;
  words: string[];
}

export class HomeImportChangeDto extends HomeImportRowDto {
  @ApiProperty({ enum: HOME_CHANGE_KINDS, enumName: 'HomeImportChangeKind' })
  kind: HomeChangeKind;
}

/** How many homes: in which somebody owns no more, else somebody new owns, else anything else changes. */
export class HomeImportChangeKindsDto {
  ended: number;
  new: number;
  other: number;
}

export class MissingBuildingDto {
  estate: string;
  building: string;
  rows: number;
}

export class HomeImportCountsDto {
  homes: number;
  newHomes: number;
  changedHomes: number;
  unchangedHomes: number;
  newEntrances: number;
  newOwners: number;
  changedOwners: number;
  endedOwners: number;
}

/** What was found in the file: what keeps it out, or what would change. The lists are cut, the numbers are whole. */
export class HomeImportFindingsDto {
  /** Which sheet was read, where the file has several. */
  sheet: string | null;
  /** Rows that add up others (合计, 小计): skipped, and counted by themselves. */
  sumRows: number;
  problemRows: number;
  problems: HomeImportRowDto[];
  /** Buildings that the areas do not have. */
  missingBuildings: MissingBuildingDto[];
  noteRows: number;
  notes: HomeImportRowDto[];
  counts: HomeImportCountsDto;
  changeKinds: HomeImportChangeKindsDto;
  /** What matters most first; of each kind the first. */
  changes: HomeImportChangeDto[];
}

export class HomeImportDto {
  id: string;
  communityId: string;
  @ApiProperty({ enum: HOME_IMPORT_STATES, enumName: 'HomeImportState' })
  state: HomeImportState;
  /** What it was called by whoever sent it; null where that is not known. */
  fileName: string | null;
  sentByName: string;
  sentByMe: boolean;
  @ApiProperty({ type: String, format: 'date-time' })
  sentAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  overAt: string | null;
  /** Null until the file has been opened. */
  rowCount: number | null;
  rowsChecked: number;
  /** Why the file was not read, or why it has to be looked at once more. */
  refusal: string | null;
  /** What a confirmation has to name; null while there is nothing to confirm. */
  planHash: string | null;
  @ApiProperty({ type: () => HomeImportFindingsDto, nullable: true })
  findings: HomeImportFindingsDto | null;
}

export class HomeImportsDto {
  items: HomeImportDto[];
}
