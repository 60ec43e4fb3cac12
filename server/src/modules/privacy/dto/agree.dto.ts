import { AGES, type Age } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, Length } from 'class-validator';
import { IsUuidV7 } from '../../../platform/http/validators.js';

const WAYS = ['miniapp', 'browser'] as const;

export class AgreeDto {
  /** Made by the client, so that sending twice is one agreement. */
  @IsUuidV7()
  id: string;

  /** Of the notice that was shown. */
  @IsString({ message: '请先看隐私说明' })
  @Length(1, 20, { message: '请先看隐私说明' })
  version: string;

  @ApiProperty({ enum: AGES, enumName: 'Age' })
  @IsIn(AGES, { message: '请说一下是不是满 14 周岁' })
  age: Age;

  @ApiProperty({ enum: WAYS })
  @IsIn(WAYS, { message: '请从小程序里同意' })
  way: (typeof WAYS)[number];
}

export class ChangeConsentDto {
  /** Made by the client, so that sending twice is one change. */
  @IsUuidV7()
  id: string;

  @IsBoolean({ message: '请选同意还是不同意' })
  given: boolean;

  @ApiProperty({ enum: WAYS })
  @IsIn(WAYS, { message: '请从小程序里改' })
  way: (typeof WAYS)[number];
}
