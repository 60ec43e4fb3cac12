import { IsString, Length, Matches } from 'class-validator';
import { MOBILE } from '../phone-number.js';

export class WechatLoginDto {
  /** What wx.login gave. */
  @IsString()
  @Length(1, 128, { message: '微信给的代码不对' })
  code: string;
}

export class SendPhoneCodeDto {
  @Matches(MOBILE, { message: '手机号要是 11 位数字' })
  phone: string;
}

export class PhoneCodeSentDto {
  expiresAt: string;
  resendAfterSeconds: number;
  /** Only in the demo, which has no SMS. */
  demoCode?: string;
}

export class PhoneLoginDto {
  @Matches(MOBILE, { message: '手机号要是 11 位数字' })
  phone: string;

  @Matches(/^\d{6}$/, { message: '验证码是 6 位数字' })
  code: string;
}

export class PasswordLoginDto {
  @IsString()
  @Length(1, 64, { message: '请填账号' })
  account: string;

  @IsString()
  @Length(1, 128, { message: '请填密码' })
  password: string;
}

export class RefreshDto {
  @IsString()
  @Length(1, 128, { message: '登录信息不对，请重新登录' })
  refreshToken: string;
}

export class TicketDto {
  /** What the step before gave. */
  @IsString()
  @Length(1, 128, { message: '请从账号和密码重新开始' })
  ticket: string;
}

export class TicketCodeDto extends TicketDto {
  @IsString({ message: '请填验证码' })
  @Length(1, 20, { message: '请填 6 位验证码，或者一个备用码' })
  code: string;
}

export class FirstChangeDto extends TicketDto {
  @IsString({ message: '请填新密码' })
  @Length(1, 256, { message: '请填新密码' })
  password: string;
}
