import { LIMITS } from '@linli/shared';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { Trimmed } from '../../../platform/http/validators.js';
import { MOBILE } from '../../identity/index.js';

export class ChangeNameDto {
  @Trimmed()
  @IsString({ message: '请写姓名' })
  @IsNotEmpty({ message: '请写姓名' })
  @MaxLength(LIMITS.personNameChars, { message: `姓名最多 ${LIMITS.personNameChars} 个字` })
  name: string;
}

export class NewPhoneDto {
  @Matches(MOBILE, { message: '手机号要是 11 位数字' })
  phone: string;
}

export class ChangePhoneDto extends NewPhoneDto {
  @Matches(/^\d{6}$/, { message: '验证码是 6 位数字' })
  code: string;
}
