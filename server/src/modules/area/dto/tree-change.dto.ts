import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../platform/http/validators.js';

const NAME = { message: '名字最多 30 个字' };
const SUBDISTRICT_CODE = /^\d{9}$/;
const COMMUNITY_CODE = /^\d{12}$/;
/** Every incident number of the community begins with it. */
const SHORT_CODE = /^[A-Z][A-Z0-9]{1,5}$/;
const SHORT_CODE_WORDS = { message: '短码要是 2 到 6 个大写字母或数字，以字母开头' };

export class AddSubdistrictDto {
  @IsUuidV7()
  id: string;

  @Trimmed()
  @IsString(NAME)
  @IsNotEmpty({ message: '街道要有名字' })
  @MaxLength(30, NAME)
  name: string;

  /** The 9 official digits; null while nobody knows them. */
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @Matches(SUBDISTRICT_CODE, { message: '街道编码要是 9 位数字' })
  code: string | null;

  /** A county of this name is taken, or made when there is none. */
  @Trimmed()
  @IsString(NAME)
  @IsNotEmpty({ message: '请写街道属于哪个区县' })
  @MaxLength(30, NAME)
  countyName: string;
}

export class AddCommunityDto {
  @IsUuidV7()
  id: string;

  @IsUuidV7({ message: '请选社区属于哪个街道' })
  subdistrictId: string;

  @Trimmed()
  @IsString(NAME)
  @IsNotEmpty({ message: '社区要有名字' })
  @MaxLength(30, NAME)
  name: string;

  /** The 12 official digits; null while nobody knows them. */
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @Matches(COMMUNITY_CODE, { message: '社区编码要是 12 位数字' })
  code: string | null;

  @Matches(SHORT_CODE, SHORT_CODE_WORDS)
  shortCode: string;
}

/** What a subdistrict or a community is called, whole. */
export class DescribeAreaDto {
  @Trimmed()
  @IsString(NAME)
  @IsNotEmpty({ message: '名字不能空着' })
  @MaxLength(30, NAME)
  name: string;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @Matches(/^(\d{9}|\d{12})$/, { message: '编码要是数字：街道 9 位，社区 12 位' })
  code: string | null;

  /** Of a community only. */
  @MayBeAbsent()
  @Matches(SHORT_CODE, SHORT_CODE_WORDS)
  shortCode?: string;
}
