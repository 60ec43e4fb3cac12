import { Injectable } from '@nestjs/common';
import { WechatClient } from '../../platform/wechat/wechat.client.js';
import { DemoPeopleService } from './demo-people.service.js';
import type { EnrolledSessionDto, SessionDto, SignInStepDto } from './dto/session.dto.js';
import { Logins } from './logins.js';
import { MeService } from './me.service.js';
import { PhoneCodesService } from './phone-codes.service.js';
import { nameForPhone } from './phone-number.js';
import type { LoginMethod } from './session.entity.js';
import { SessionsService, type SessionTokens } from './sessions.service.js';
import { type Onward, PasswordSignIn } from './sign-in/password-sign-in.js';

const NAME_FROM_WECHAT = '微信用户';

/** The ways to sign in, each of which ends in a session. */
@Injectable()
export class SignInService {
  constructor(
    private readonly wechat: WechatClient,
    private readonly logins: Logins,
    private readonly phoneCodes: PhoneCodesService,
    private readonly passwords: PasswordSignIn,
    private readonly demoPeople: DemoPeopleService,
    private readonly sessions: SessionsService,
    private readonly me: MeService,
  ) {}

  async byWechat(code: string, device: string): Promise<SessionDto> {
    const openid = await this.wechat.openidOf(code);
    const personId = await this.logins.personOfOrNew(
      this.logins.wechat(this.wechat.appId, openid),
      NAME_FROM_WECHAT,
    );
    return this.open(personId, 'wechat', device);
  }

  async byPhone(phone: string, code: string, device: string): Promise<SessionDto> {
    await this.phoneCodes.check(phone, code);
    const personId = await this.logins.personOfOrNew(this.logins.phone(phone), nameForPhone(phone));
    return this.open(personId, 'phone', device);
  }

  async byPassword(account: string, password: string, device: string): Promise<SessionDto | SignInStepDto> {
    return this.onward(await this.passwords.begin(account, password, device));
  }

  async takeSecondStep(ticket: string, code: string, device: string): Promise<SessionDto | SignInStepDto> {
    return this.onward(await this.passwords.takeSecondStep(ticket, code, device));
  }

  async changeFirst(ticket: string, password: string, device: string): Promise<SessionDto | SignInStepDto> {
    return this.onward(await this.passwords.changeFirst(ticket, password, device));
  }

  async confirmEnrolment(ticket: string, code: string, device: string): Promise<EnrolledSessionDto> {
    const { session, recoveryCodes } = await this.passwords.confirmEnrolment(ticket, code, device);
    return { session: await this.session(session), recoveryCodes };
  }

  async asDemoPerson(key: string, device: string): Promise<SessionDto> {
    return this.open(await this.demoPeople.personOf(key), 'demo', device);
  }

  async again(refreshToken: string): Promise<SessionDto> {
    return this.session(await this.sessions.refresh(refreshToken));
  }

  private async onward(onward: Onward): Promise<SessionDto | SignInStepDto> {
    if ('session' in onward) return this.session(onward.session);
    const { step, ticket, expiresAt } = onward.next;
    return { step, ticket, expiresAt: expiresAt.toISOString() };
  }

  private async open(personId: string, method: LoginMethod, device: string): Promise<SessionDto> {
    return this.session(await this.sessions.open(personId, method, { device }));
  }

  private async session(tokens: SessionTokens): Promise<SessionDto> {
    return {
      accessToken: tokens.accessToken,
      accessExpiresAt: tokens.accessExpiresAt.toISOString(),
      refreshToken: tokens.refreshToken,
      refreshExpiresAt: tokens.refreshExpiresAt.toISOString(),
      me: await this.me.of(tokens.personId, tokens.sessionId),
    };
  }
}
