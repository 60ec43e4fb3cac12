import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import type { ProblemError } from '../http/problem.js';
import {
  wechatBusy,
  wechatCodeExpired,
  wechatCodeUsed,
  wechatNotConfigured,
  wechatTooOften,
} from './wechat.errors.js';

const TIMEOUT_MS = 4_000;
/** A token is renewed this long before WeChat lets it run out. */
const RENEW_EARLY_MS = 5 * 60_000;
/** WeChat's scene 3: what is said in public. */
const CHECK_SCENE = 3;
/** The person was not in the mini-program lately, or the day's checks are used up: trying again would not help. */
const WILL_NOT_CHECK = new Set([61010, 45009]);
const TOKEN_REFUSED = new Set([40001, 40014, 42001]);

export interface WechatAnswer {
  errcode?: number;
  errmsg?: string;
}

/** `pass`, `review` or `risky`, with one of WeChat's classes. */
export interface Suggestion {
  suggest?: string;
  label?: number;
}

interface AccessToken {
  value: string;
  renewAt: number;
}

/** Speaks WeChat's server API. Its errors become problems a person can act on; ours are never shown as WeChat's. */
@Injectable()
export class WechatClient {
  private readonly logger = new Logger('Wechat');
  private token: AccessToken | null = null;
  private renewing: Promise<AccessToken> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  get appId(): string {
    return this.settings.wechat.appId;
  }

  /** Who stands behind the code of `wx.login`. */
  async openidOf(loginCode: string): Promise<string> {
    const { appId, appSecret } = this.account();
    const query = new URLSearchParams({
      appid: appId,
      secret: appSecret,
      js_code: loginCode,
      grant_type: 'authorization_code',
    });
    const answer = await this.ask<{ openid?: string }>('GET', `/sns/jscode2session?${query}`);
    if (typeof answer.openid === 'string' && answer.openid !== '') return answer.openid;
    throw this.problemFor(answer);
  }

  /** The phone number behind the code of the `getPhoneNumber` button, without country code. */
  async phoneOf(phoneCode: string): Promise<string> {
    interface PhoneAnswer extends WechatAnswer {
      phone_info?: { purePhoneNumber?: string };
    }
    const answer = await this.askWithToken<PhoneAnswer>('/wxa/business/getuserphonenumber', {
      code: phoneCode,
    });
    const phone = answer.phone_info?.purePhoneNumber;
    if (typeof phone === 'string' && phone !== '') return phone;
    throw this.problemFor(answer);
  }

  /** Sends one subscribe message; gives back WeChat's answer as it is, since most refusals are nobody's mistake. */
  sendSubscribeMessage(message: {
    openid: string;
    templateId: string;
    page: string;
    data: Record<string, string>;
  }): Promise<WechatAnswer> {
    const { openid, templateId, page, data } = message;
    return this.askWithToken('/cgi-bin/message/subscribe/send', {
      touser: openid,
      template_id: templateId,
      page,
      data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    });
  }

  /** What WeChat thinks of a text; `openid` must have used the mini-program within two hours. */
  async checkText(openid: string, content: string): Promise<Suggestion> {
    const answer = await this.askWithToken<WechatAnswer & { result?: Suggestion }>('/wxa/msg_sec_check', {
      openid,
      content,
      version: 2,
      scene: CHECK_SCENE,
    });
    if (WILL_NOT_CHECK.has(answer.errcode ?? 0)) return { suggest: 'review' };
    if (answer.errcode || answer.result === undefined) throw this.problemFor(answer);
    return answer.result;
  }

  /** Gives WeChat a picture to look at; it tells us later, under the id that comes back. Null when it will not look. */
  async checkImage(openid: string, mediaUrl: string): Promise<string | null> {
    const answer = await this.askWithToken<WechatAnswer & { trace_id?: string }>('/wxa/media_check_async', {
      openid,
      media_url: mediaUrl,
      media_type: 2,
      version: 2,
      scene: CHECK_SCENE,
    });
    if (WILL_NOT_CHECK.has(answer.errcode ?? 0)) return null;
    if (answer.errcode || answer.trace_id === undefined) throw this.problemFor(answer);
    return answer.trace_id;
  }

  /** A token can be ended by WeChat at any moment; one that is refused is renewed and the call made once more. */
  private async askWithToken<T extends WechatAnswer>(path: string, body: object): Promise<T> {
    const first = await this.currentToken();
    const answer = await this.ask<T>('POST', `${path}?access_token=${encodeURIComponent(first.value)}`, body);
    if (!TOKEN_REFUSED.has(answer.errcode ?? 0)) return answer;
    const second = await this.renewedToken(first);
    return this.ask<T>('POST', `${path}?access_token=${encodeURIComponent(second.value)}`, body);
  }

  private currentToken(): Promise<AccessToken> {
    const token = this.token;
    if (token !== null && token.renewAt > this.clock.now().getTime()) return Promise.resolve(token);
    return this.renewedToken(token);
  }

  /** Many callers may find the same token refused; only the first of them fetches another. */
  private renewedToken(refused: AccessToken | null): Promise<AccessToken> {
    if (this.token !== null && this.token !== refused) return Promise.resolve(this.token);
    this.renewing ??= this.fetchToken(refused !== null).finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  private async fetchToken(force: boolean): Promise<AccessToken> {
    const { appId, appSecret } = this.account();
    const answer = await this.ask<{ access_token?: string; expires_in?: number }>(
      'POST',
      '/cgi-bin/stable_token',
      {
        grant_type: 'client_credential',
        appid: appId,
        secret: appSecret,
        force_refresh: force,
      },
    );
    if (typeof answer.access_token !== 'string') throw this.problemFor(answer);
    const lifeMs = (answer.expires_in ?? 7200) * 1000;
    const renewAt = this.clock.now().getTime() + Math.max(lifeMs - RENEW_EARLY_MS, lifeMs / 2);
    this.token = { value: answer.access_token, renewAt };
    return this.token;
  }

  private async ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T & WechatAnswer> {
    const route = path.split('?', 1)[0];
    try {
      const response = await fetch(`${this.settings.wechat.baseUrl}${path}`, {
        method,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const answer = (await response.json()) as T & WechatAnswer;
      if (answer.errcode) this.logger.warn(`${route} answered ${answer.errcode} ${answer.errmsg ?? ''}`);
      return answer;
    } catch (error) {
      this.logger.warn(
        `${route} could not be reached: ${error instanceof Error ? error.message : String(error)}`,
      );
      throw wechatBusy();
    }
  }

  private account() {
    if (this.settings.wechat.appId === '' || this.settings.wechat.appSecret === '')
      throw wechatNotConfigured();
    return this.settings.wechat;
  }

  private problemFor(answer: WechatAnswer): ProblemError {
    switch (answer.errcode) {
      case 40029:
        return wechatCodeExpired();
      case 40163:
        return wechatCodeUsed();
      case 45011:
        return wechatTooOften();
      case 40013:
      case 40125:
        return wechatNotConfigured();
      default:
        return wechatBusy();
    }
  }
}
