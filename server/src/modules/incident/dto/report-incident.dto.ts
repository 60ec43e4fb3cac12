import { LIMITS } from '@linli/shared';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsNotEmpty,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsMoment, IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';
import { LocationInputDto } from '../../area/index.js';
import { MOBILE } from '../../identity/index.js';

export class ReportIncidentDto {
  /** Made by the phone, so that sending twice is one report. */
  @IsUuidV7()
  id: string;

  @Matches(/^[a-z][a-z_]{0,31}$/, { message: '请选一个类别' })
  categoryCode: string;

  /** May be empty only when there is a photo or a recording. */
  @Trimmed()
  @IsString({ message: '请写一句话说明' })
  @MaxLength(LIMITS.descriptionChars, { message: `说明最多 ${LIMITS.descriptionChars} 个字` })
  description: string;

  /** The code printed on a place. One of placeCode, placeId, buildingId, location and communityId is needed. */
  @MayBeAbsent()
  @IsString({ message: '地点码不对' })
  @MaxLength(64, { message: '地点码不对' })
  placeCode?: string;

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

  /** The community, where nobody can say more than words; placeNote then holds them. */
  @MayBeAbsent()
  @IsUUID('all', { message: '请重新选社区' })
  communityId?: string;

  /** Where exactly, in the reporter's words. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '位置说明要写成文字' })
  @MaxLength(LIMITS.placeNoteChars, { message: `位置说明最多 ${LIMITS.placeNoteChars} 个字` })
  placeNote?: string;

  @IsArray({ message: '照片列表不对' })
  @ArrayMaxSize(LIMITS.photosPerIncident, { message: `照片最多 ${LIMITS.photosPerIncident} 张` })
  @ArrayUnique({ message: '同一张照片只要放一次' })
  @IsUuidV7({ each: true })
  photoIds: string[];

  /** A recording, uploaded before; with it nothing need be written. */
  @MayBeAbsent()
  @IsUuidV7()
  voiceId?: string;

  /** When the phone says it happened; shown beside, never counted from. */
  @MayBeAbsent()
  @IsMoment('发生时间不对')
  happenedAt?: string;
}

/** Somebody who telephoned or came in, and has no account or does not use it. */
export class CallerDto {
  @Trimmed()
  @IsString({ message: '请写一下怎么称呼' })
  @IsNotEmpty({ message: '请写一下怎么称呼' })
  @MaxLength(LIMITS.personNameChars, { message: `称呼最多 ${LIMITS.personNameChars} 个字` })
  name: string;

  @MayBeAbsent()
  @Matches(MOBILE, { message: '手机号要是 11 位数字' })
  phone?: string;
}

export class ReportForResidentDto extends ReportIncidentDto {
  @IsDefined({ message: '请写一下是谁报的' })
  @ValidateNested({ message: '请写一下是谁报的' })
  @Type(() => CallerDto)
  caller: CallerDto;
}
