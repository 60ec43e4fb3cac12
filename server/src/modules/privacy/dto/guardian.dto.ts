import { GUARDIAN_RELATIONS, type GuardianRelation, LIMITS } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { IsUuidV7, Trimmed } from '../../../platform/http/validators.js';
import { MOBILE } from '../../identity/index.js';

export class GuardianCodeDto {
  @Matches(MOBILE, { message: '手机号要是 11 位数字' })
  phone: string;
}

export class GuardianAgreesDto extends GuardianCodeDto {
  /** Made by the client, so that sending twice is one consent. */
  @IsUuidV7()
  id: string;

  @Trimmed()
  @IsString({ message: '请写监护人的姓名' })
  @IsNotEmpty({ message: '请写监护人的姓名' })
  @MaxLength(LIMITS.personNameChars, { message: `姓名最多 ${LIMITS.personNameChars} 个字` })
  name: string;

  @ApiProperty({ enum: GUARDIAN_RELATIONS, enumName: 'GuardianRelation' })
  @IsIn(GUARDIAN_RELATIONS, { message: '请选和孩子的关系' })
  relation: GuardianRelation;

  @Matches(/^\d{6}$/, { message: '验证码是 6 位数字' })
  code: string;
}

/** What the child is shown of it. */
export class GuardianDto {
  @ApiProperty({ enum: GUARDIAN_RELATIONS, enumName: 'GuardianRelation' })
  relation: GuardianRelation;
  maskedPhone: string;
  givenAt: string;
}

export class GuardianEntersDto extends GuardianCodeDto {
  @Matches(/^\d{6}$/, { message: '验证码是 6 位数字' })
  code: string;
}

export class GuardedChildDto {
  /** Of the consent. */
  id: string;
  /** As the child goes by here. */
  name: string;
  givenAt: string;
}

export class GuardedChildrenDto {
  /** Good for an hour or two, for these and no other. */
  ticket: string;
  items: GuardedChildDto[];
}

export class GuardianWithdrawsDto {
  @IsString({ message: '请重新发一次验证码' })
  @Length(1, 200, { message: '请重新发一次验证码' })
  ticket: string;

  /** Of the consent. */
  @IsUUID('all', { message: '请选是哪个孩子' })
  id: string;
}
