import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Length, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../../../platform/http/validators.js';

export class MySecurityDto {
  /** Null for who signs in by WeChat or telephone only. */
  account: string | null;
  passwordSetAt: string | null;
  /** Null while there is no second step. */
  secondStepSince: string | null;
  recoveryLeft: number;
  /** Their roles leave the second step no choice. */
  secondStepAsked: boolean;
  /** In the demo the second step is offered and never demanded. */
  demo: boolean;
}

export class MySessionDto {
  id: string;
  /** In words: 「Chrome 浏览器，Windows 电脑」. */
  device: string;

  @ApiProperty({ enum: ['demo', 'wechat', 'phone', 'password'] })
  method: 'demo' | 'wechat' | 'phone' | 'password';

  secondStep: boolean;
  createdAt: string;
  /** True to a quarter of an hour. */
  lastSeenAt: string;
  /** The one that asks. */
  current: boolean;
}

export class MySessionsDto {
  items: MySessionDto[];
}

export class EndSessionsDto {
  /** Stay signed in here, and leave everywhere else. */
  @IsBoolean({ message: '请说明这台设备退不退出' })
  keepThis: boolean;
}

export class ChangePasswordDto {
  @IsString({ message: '请填现在的密码' })
  @Length(1, 128, { message: '请填现在的密码' })
  currentPassword: string;

  @IsString({ message: '请填新密码' })
  @Length(1, 256, { message: '请填新密码' })
  newPassword: string;
}

export class BeginSecondStepDto {
  @IsString({ message: '请填密码' })
  @Length(1, 128, { message: '请填密码' })
  password: string;

  /** Of the app there is, where there is one already. */
  @MayBeAbsent()
  @IsString({ message: '请填验证码' })
  @MaxLength(20, { message: '验证码太长了' })
  code?: string;
}

export class EnrolmentDto {
  /** For typing in where no camera is at hand. */
  secret: string;
  /** What the QR code says. */
  uri: string;
}

export class SecondStepCodeDto {
  @IsString({ message: '请填验证码' })
  @Length(1, 20, { message: '请填 6 位验证码，或者一个备用码' })
  code: string;
}

export class RemoveSecondStepDto extends SecondStepCodeDto {
  @IsString({ message: '请填密码' })
  @Length(1, 128, { message: '请填密码' })
  password: string;
}

export class RecoveryCodesDto {
  /** Shown once; each is good once. */
  items: string[];
}
