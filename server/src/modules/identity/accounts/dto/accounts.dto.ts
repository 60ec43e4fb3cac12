import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { PageNumber, PageSize } from '../../../../platform/http/paging.js';
import { IsUuidV7, MayBeAbsent, Trimmed } from '../../../../platform/http/validators.js';

export const ACCOUNT_LISTS = ['with', 'without'] as const;
export const PASSWORD_STATES = ['none', 'one_time', 'over', 'own'] as const;
export type PasswordState = (typeof PASSWORD_STATES)[number];

/** In small letters: an account is the same however it is typed. */
export const accountPattern = /^[a-z][a-z0-9._-]{2,31}$/;

export class AccountListQueryDto {
  /** Absent: whoever has an account or an appointment. */
  @ApiProperty({ enum: ACCOUNT_LISTS, required: false })
  @MayBeAbsent()
  @IsIn(ACCOUNT_LISTS, { message: '没有这个列表' })
  has?: (typeof ACCOUNT_LISTS)[number];

  /** Part of a name or of an account. */
  @MayBeAbsent()
  @Trimmed()
  @IsString({ message: '搜索的内容要写成文字' })
  @MaxLength(50, { message: '搜索的内容最多 50 个字' })
  q?: string;

  @PageNumber()
  page?: number;

  @PageSize()
  pageSize?: number;
}

export class AccountDto {
  personId: string;
  name: string;
  /** 「网格员 · 第一网格」 */
  roles: string[];
  suspended: boolean;
  account: string | null;

  /** `one_time`: given and not changed yet; `over`: given and run out. */
  @ApiProperty({ enum: PASSWORD_STATES, enumName: 'PasswordState' })
  password: PasswordState;

  oneTimeUntil: string | null;
  /** Locked by wrong passwords until then. */
  lockedUntil: string | null;
  secondStep: boolean;
  lastSeenAt: string | null;
  /** The one who asks: their own account is changed elsewhere. */
  self: boolean;
}

export class AccountsDto {
  items: AccountDto[];
  total: number;
}

export class AccountSessionDto {
  id: string;
  device: string;

  @ApiProperty({ enum: ['demo', 'wechat', 'phone', 'password'] })
  method: 'demo' | 'wechat' | 'phone' | 'password';

  createdAt: string;
  lastSeenAt: string;
}

export class AccountDetailDto extends AccountDto {
  sessions: AccountSessionDto[];
}

export class CreateAccountDto {
  @IsUuidV7()
  id: string;

  @IsUuidV7({ message: '请选一位同事' })
  personId: string;

  @Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @Matches(accountPattern, {
    message: '账号要 3 到 32 个字：字母开头，可以有数字、点、横线和下划线',
  })
  account: string;
}

export class GivePasswordDto {
  @IsUuidV7()
  actionId: string;
}

export class GivenPasswordDto {
  personId: string;
  account: string;
  /** Shown once, for one sign-in that changes it. */
  oneTimePassword: string;
  until: string;
}
