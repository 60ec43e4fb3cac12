import { Injectable } from '@nestjs/common';
import { WechatClient } from '../../platform/wechat/wechat.client.js';
import { DemoPeopleService } from './demo-people.service.js';
import type { SessionDto } from './dto/session.dto.js';
import { Logins } from './logins.js';
import { MeService } from './me.service.js';
import { PasswordLoginService } from './password-login.service.js';
import { PhoneCodesService } from './phone-codes.service.js';
import { nameForPhone } from './phone-number.js';
import type { LoginMethod } from './session.entity.js';
import { SessionsService, type SessionTokens } from './sessions.service.js';

const NAME_FROM_WECHAT = '微信用户';

/** The ways to sign in, each of which ends in a session. */
@Injectable()
export class SignInService {
  constructor(
    private readonly wechat: WechatClient,
    private readonly logins: Logins,
    private readonly phoneCodes: PhoneCodesService,
    private readonly passwords: PasswordLoginService,
    private readonly demoPeople: DemoPeopleService,
    private readonly sessions: SessionsService,
    private readonly me: MeService,
  ) {}

  async byWechat(code: string): Promise<SessionDto> {
    const openid = await this.wechat.openidOf(code);
    const personId = await this.logins.personOfOrNew(
      this.logins.wechat(this.wechat.appId, openid),
      NAME_FROM_WECHAT,
    );
    return this.open(personId, 'wechat');
  }

  async byPhone(phone: string, code: string): Promise<SessionDto> {
    await this.phoneCodes.check(phone, code);
    const personId = await this.logins.personOfOrNew(this.logins.phone(phone), nameForPhone(phone));
    return this.open(personId, 'phone');
  }

  async byPassword(account: string, password: string): Promise<SessionDto> {
    return this.open(await this.passwords.personOf(account, password), 'password');
  }

  async asDemoPerson(key: string): Promise<SessionDto> {
    return this.open(await this.demoPeople.personOf(key), 'demo');
  }

  async again(refreshToken: string): Promise<SessionDto> {
    return this.session(await this.sessions.refresh(refreshToken));
  }

  private async open(personId: string, method: LoginMethod): Promise<SessionDto> {
    return this.session(await this.sessions.open(personId, method));
  }

  private async session(tokens: SessionTokens): Promise<SessionDto> {
    return {
      accessToken: tokens.accessToken,
      accessExpiresAt: tokens.accessExpiresAt.toISOString(),
      refreshToken: tokens.refreshToken,
      refreshExpiresAt: tokens.refreshExpiresAt.toISOString(),
      me: await this.me.of(tokens.personId),
    };
  }
}
