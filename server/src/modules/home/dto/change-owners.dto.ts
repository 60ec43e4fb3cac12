import { CALLABLE_PHONE_WORDS, callablePhone, LIMITS, OWNER_KINDS, type OwnerKind } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsString,
  MaxLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

const IsCallable = () =>
  ValidateBy(
    {
      name: 'isCallable',
      validator: { validate: (value) => typeof value === 'string' && callablePhone(value) !== null },
    },
    { message: CALLABLE_PHONE_WORDS },
  );

class OwnerWordsDto {
  @Trimmed()
  @IsString({ message: '请写产权人' })
  @IsNotEmpty({ message: '请写产权人' })
  @MaxLength(LIMITS.ownerNameChars, { message: `产权人最多 ${LIMITS.ownerNameChars} 个字` })
  name: string;

  @ApiProperty({ enum: OWNER_KINDS, enumName: 'OwnerKind' })
  @IsIn(OWNER_KINDS, { message: '请选个人、单位或者开发商' })
  ownerKind: OwnerKind;

  /** 「1/2」, 「50%」; absent where it is owned together without shares. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '产权份额看不懂，请写成 1/2、50% 或 0.5 这样' })
  @MaxLength(20, { message: '产权份额太长了' })
  share?: string;
}

export class NewOwnerDto extends OwnerWordsDto {
  @MayBeAbsent()
  @Trimmed()
  @IsCallable()
  phone?: string;
}

/** A sale: those who own it now do so no longer, these do. */
export class TransferHomeDto {
  @IsUuidV7()
  actionId: string;

  @ApiProperty({ type: [NewOwnerDto] })
  @IsArray({ message: '请写新的产权人' })
  @ArrayMinSize(1, { message: '请写新的产权人' })
  @ArrayMaxSize(LIMITS.ownersPerHome, { message: `一户最多 ${LIMITS.ownersPerHome} 位产权人` })
  @ValidateNested({ each: true })
  @Type(() => NewOwnerDto)
  owners: NewOwnerDto[];
}

/** What was written down wrongly; the home stays theirs. */
export class CorrectOwnerDto extends OwnerWordsDto {
  @IsUuidV7()
  actionId: string;

  /** Absent: the number stays. */
  @MayBeAbsent()
  @Trimmed()
  @IsCallable()
  phone?: string;
}
