import { HOME_USAGES, type HomeUsage, LIMITS } from '@linli/shared';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

const AREA = { message: `面积要在 0.01 到 ${LIMITS.homeAreaHundredths / 100} 平方米之间` };

/** What a home is, whole: what is absent is not known any more. */
export class DescribeHomeDto {
  @IsUuidV7()
  actionId: string;

  @ApiProperty({ enum: HOME_USAGES, enumName: 'HomeUsage' })
  @IsIn(HOME_USAGES, { message: '请选用途' })
  usage: HomeUsage;

  /** In hundredths of a square metre. */
  @MayBeAbsent()
  @IsInt(AREA)
  @Min(1, AREA)
  @Max(LIMITS.homeAreaHundredths, AREA)
  floorArea?: number;

  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '不动产权证号要写成文字' })
  @MaxLength(LIMITS.titleNumberChars, { message: `不动产权证号最多 ${LIMITS.titleNumberChars} 个字` })
  titleNumber?: string;
}
