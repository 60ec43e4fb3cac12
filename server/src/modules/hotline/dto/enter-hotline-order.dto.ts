import { CALLABLE_PHONE_WORDS, callablePhone, LIMITS } from '@linli/shared';
import { Transform, Type } from 'class-transformer';
import { IsDefined, IsNotEmpty, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsMoment, IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';
import { LocationInputDto } from '../../area/index.js';

export class HotlineCallerDto {
  @Trimmed()
  @IsString({ message: '请写一下来电人怎么称呼' })
  @IsNotEmpty({ message: '请写一下来电人怎么称呼' })
  @MaxLength(LIMITS.personNameChars, { message: `称呼最多 ${LIMITS.personNameChars} 个字` })
  name: string;

  /** Any number that can be called, as its digits. */
  @MayBeAbsent()
  @Transform(({ value }) => (typeof value === 'string' ? (callablePhone(value) ?? false) : value))
  @IsString({ message: CALLABLE_PHONE_WORDS })
  phone?: string;
}

/** Where it is, if more is known than the words: at most one of these. */
export class WhereDto {
  @MayBeAbsent()
  @IsString({ message: '地点码不对' })
  @MaxLength(64, { message: '地点码不对' })
  placeCode?: string;

  @MayBeAbsent()
  @IsUUID('all', { message: '请重新选楼栋' })
  buildingId?: string;

  @MayBeAbsent()
  @ValidateNested({ message: '位置不对' })
  @Type(() => LocationInputDto)
  location?: LocationInputDto;
}

export class EnterHotlineOrderDto extends WhereDto {
  /** The incident's, made by the client, so that sending twice is one order. */
  @IsUuidV7()
  id: string;

  @IsUUID('all', { message: '请选一个社区' })
  communityId: string;

  /** The hotline's own number; one order each in a community. */
  @Trimmed()
  @IsString({ message: '请写热线的工单编号' })
  @IsNotEmpty({ message: '请写热线的工单编号' })
  @MaxLength(LIMITS.hotlineNumberChars, { message: `工单编号最多 ${LIMITS.hotlineNumberChars} 个字` })
  outsideNumber: string;

  /** By when the hotline wants its answer. */
  @IsMoment('请写热线要求的办理时限')
  outsideDueAt: string;

  /** When the hotline took the call; now, where it is not said. */
  @MayBeAbsent()
  @IsMoment('受理时间不对')
  receivedAt?: string;

  @IsDefined({ message: '请写一下来电人怎么称呼' })
  @ValidateNested({ message: '请写一下来电人怎么称呼' })
  @Type(() => HotlineCallerDto)
  caller: HotlineCallerDto;

  @Matches(/^[a-z][a-z_]{0,31}$/, { message: '请选一个类别' })
  categoryCode: string;

  /** What the caller said. */
  @Trimmed()
  @IsString({ message: '请写诉求内容' })
  @IsNotEmpty({ message: '请写诉求内容' })
  @MaxLength(LIMITS.hotlineTextChars, { message: `诉求内容最多 ${LIMITS.hotlineTextChars} 个字` })
  text: string;

  /** The address in the hotline's words. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '地址要写成文字' })
  @MaxLength(LIMITS.placeNoteChars, { message: `地址最多 ${LIMITS.placeNoteChars} 个字` })
  placeNote?: string;
}
