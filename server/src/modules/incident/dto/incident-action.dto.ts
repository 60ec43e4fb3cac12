import {
  CHECK_BACK_OUTCOMES,
  type CheckBackOutcome,
  INCIDENT_DIFFICULTIES,
  INCIDENT_ROUTES,
  type IncidentDifficulty,
  type IncidentRoute,
  LIMITS,
} from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsMoment, IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';
import { LocationInputDto } from '../../area/index.js';

const NOTE_TOO_LONG = `说明最多 ${LIMITS.noteChars} 个字`;

/** Lets through what was seen, and nothing that came since. */
export class PublishIncidentDto {
  /** Made by the client, so that sending twice is one action. */
  @IsUuidV7()
  actionId: string;

  /** How much was hidden when the person looked; what came since is not let through unseen. */
  @MayBeAbsent()
  @IsInt({ message: '请刷新看看' })
  @Min(0, { message: '请刷新看看' })
  @Max(10_000, { message: '请刷新看看' })
  hiddenPieceCount?: number;
}

export class AcceptIncidentDto {
  @IsUuidV7()
  actionId: string;

  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '说明要写成文字' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  note?: string;
}

/** One of placeId, buildingId and location is needed; the first one given counts. */
export class LocateIncidentDto {
  @IsUuidV7()
  actionId: string;

  /** A public place that was found by its name. */
  @MayBeAbsent()
  @IsUUID('all', { message: '请重新选地方' })
  placeId?: string;

  @MayBeAbsent()
  @IsUUID('all', { message: '请重新选楼栋' })
  buildingId?: string;

  @MayBeAbsent()
  @ValidateNested({ message: '位置不对' })
  @Type(() => LocationInputDto)
  location?: LocationInputDto;
}

export class JudgeIncidentDto extends AcceptIncidentDto {
  @ApiProperty({ enum: INCIDENT_DIFFICULTIES })
  @IsIn(INCIDENT_DIFFICULTIES, { message: '请选这件事好不好办' })
  difficulty: IncidentDifficulty;
}

export class PlanIncidentDto {
  @IsUuidV7()
  actionId: string;

  /** By when it will be done. */
  @IsMoment('请选一个日期')
  dueAt: string;

  /** What will be done. */
  @Trimmed()
  @IsString({ message: '请写一句打算怎么办' })
  @IsNotEmpty({ message: '请写一句打算怎么办' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  note: string;
}

/** For what must not be done without saying why. */
export class ReasonedIncidentDto {
  @IsUuidV7()
  actionId: string;

  @Trimmed()
  @IsString({ message: '请写一句为什么' })
  @IsNotEmpty({ message: '请写一句为什么' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  reason: string;
}

export class MergeIncidentDto extends AcceptIncidentDto {
  /** The open incident that this one is the same as. */
  @IsUuidV7()
  intoId: string;
}

export class DisputeIncidentDto {
  @IsUuidV7()
  actionId: string;

  /** What is still not right. */
  @Trimmed()
  @IsString({ message: '请写一句哪里还没好' })
  @IsNotEmpty({ message: '请写一句哪里还没好' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  note: string;
}

export class CheckBackIncidentDto {
  @IsUuidV7()
  actionId: string;

  @ApiProperty({ enum: CHECK_BACK_OUTCOMES })
  @IsIn(CHECK_BACK_OUTCOMES, { message: '请选居民怎么说' })
  outcome: CheckBackOutcome;

  @Trimmed()
  @IsString({ message: '请写一句居民怎么说的' })
  @IsNotEmpty({ message: '请写一句居民怎么说的' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  note: string;
}

/** What one organisation is to do. */
export class DispatchTaskDto {
  /** Made by the client. */
  @IsUuidV7()
  id: string;

  @IsUuidV7()
  organisationId: string;

  /** By when. */
  @IsMoment('请选一个办结时间')
  dueAt: string;

  @Trimmed()
  @IsString({ message: '请写一句要办什么' })
  @IsNotEmpty({ message: '请写一句要办什么' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  note: string;

  /** Of a joint incident's tasks one leads. */
  @MayBeAbsent()
  @IsBoolean({ message: '牵头要么是要么不是' })
  lead?: boolean;
}

export class DispatchIncidentDto extends AcceptIncidentDto {
  @ApiProperty({ enum: INCIDENT_ROUTES })
  @IsIn(INCIDENT_ROUTES, { message: '请选由谁来办' })
  route: IncidentRoute;

  /** None for 自办, one for 帮办, several for 联办. */
  @MayBeAbsent()
  @IsArray({ message: '任务列表不对' })
  @ArrayMaxSize(LIMITS.tasksPerDispatch, { message: `一次最多派给 ${LIMITS.tasksPerDispatch} 家` })
  @ValidateNested({ each: true, message: '任务列表不对' })
  @Type(() => DispatchTaskDto)
  tasks?: DispatchTaskDto[];
}

/** What a recording says, for those who may not hear it; the last words written down are the ones that count. */
export class TranscribeIncidentDto {
  @IsUuidV7()
  actionId: string;

  @Trimmed()
  @IsString({ message: '请写下录音里说的' })
  @IsNotEmpty({ message: '请写下录音里说的' })
  @MaxLength(LIMITS.descriptionChars, { message: `最多 ${LIMITS.descriptionChars} 个字` })
  words: string;
}

export class ResolveIncidentDto {
  @IsUuidV7()
  actionId: string;

  /** May be empty only when there is a photo. */
  @Trimmed()
  @IsString({ message: '请写一句怎么办好的' })
  @MaxLength(LIMITS.noteChars, { message: NOTE_TOO_LONG })
  note: string;

  @IsArray({ message: '照片列表不对' })
  @ArrayMaxSize(LIMITS.photosPerResolution, { message: `照片最多 ${LIMITS.photosPerResolution} 张` })
  @ArrayUnique({ message: '同一张照片只要放一次' })
  @IsUuidV7({ each: true })
  photoIds: string[];
}

export class ConfirmIncidentDto extends AcceptIncidentDto {
  @IsInt({ message: '请选一到五颗星' })
  @Min(1, { message: '请选一到五颗星' })
  @Max(5, { message: '请选一到五颗星' })
  rating: number;
}
