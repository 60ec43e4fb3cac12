import { HOME_RELATIONS, type HomeRelation, LIMITS } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsUuidV7, Trimmed } from '../../../platform/http/validators.js';

/** Somebody says that they belong to a home; staff say it for who has no phone. */
export class ClaimHomeDto {
  /** Made by the client, so that sending twice is one claim. */
  @IsUuidV7()
  id: string;

  @IsUUID('all', { message: '请选好是哪一户' })
  homeId: string;

  @ApiProperty({ enum: HOME_RELATIONS, enumName: 'HomeRelation' })
  @IsIn(HOME_RELATIONS, { message: '请选是业主、租户还是家人' })
  relation: HomeRelation;

  @IsBoolean({ message: '请选住不住这里' })
  livesHere: boolean;

  /** As neighbours know it: whoever confirms compares it. */
  @Trimmed()
  @IsString({ message: '请写姓名' })
  @IsNotEmpty({ message: '请写姓名' })
  @MaxLength(LIMITS.personNameChars, { message: `姓名最多 ${LIMITS.personNameChars} 个字` })
  name: string;
}

/** What needs no words. */
export class MemberActionDto {
  /** Made by the client, so that sending twice is one action. */
  @IsUuidV7()
  actionId: string;
}

export class MemberReasonDto extends MemberActionDto {
  /** Read by whom it is about. */
  @Trimmed()
  @IsString({ message: '请写一下原因' })
  @IsNotEmpty({ message: '请写一下原因' })
  @MaxLength(LIMITS.householdReasonChars, { message: `原因最多 ${LIMITS.householdReasonChars} 个字` })
  reason: string;
}

export class ChangeLivingDto extends MemberActionDto {
  @IsBoolean({ message: '请选住不住这里' })
  livesHere: boolean;
}
