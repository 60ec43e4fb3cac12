import { Injectable } from '@nestjs/common';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { WechatClient } from '../../platform/wechat/wechat.client.js';

const MOST_PHONES = 20;

/**
 * Where a person can be reached outside the app. The system asks, to send. A whole number goes out only through a route made
 * for exactly that, whose look is kept in the audit.
 */
@Injectable()
export class Contacts {
  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
    private readonly wechat: WechatClient,
  ) {}

  /** The openid under our own AppID that they used first. */
  async openidOf(personId: string): Promise<string | null> {
    const [row] = await this.database.query<{ openid: string }>(
      `select subject as openid from person_login
        where person_id = ? and kind = 'wechat' and realm = ? order by created_at, id limit 1`,
      [personId, this.wechat.appId],
    );
    return row?.openid ?? null;
  }

  /** The verified phone that they gave last. */
  async phoneOf(personId: string): Promise<string | null> {
    return (await this.everyPhoneOf(personId, 1))[0] ?? null;
  }

  /** The same of many people, by person; who gave none is absent. */
  async phonesOf(personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.database.query<{ personId: string; sealedPhone: string }>(
      `select person_id as personId, sealed_phone as sealedPhone from person_login
        where person_id in (?) and kind = 'phone' and sealed_phone is not null order by created_at, id`,
      [[...new Set(personIds)]],
    );
    const last = new Map(rows.map(({ personId, sealedPhone }) => [personId, sealedPhone]));
    return new Map([...last].map(([personId, sealed]) => [personId, this.cipher.decrypt(sealed)]));
  }

  /** Every phone they sign in with, the one they gave last first: whoever was two people has both. */
  async everyPhoneOf(personId: string, limit = MOST_PHONES): Promise<string[]> {
    const rows = await this.database.query<{ sealedPhone: string }>(
      `select sealed_phone as sealedPhone from person_login
        where person_id = ? and kind = 'phone' and sealed_phone is not null order by created_at desc, id desc limit ?`,
      [personId, limit],
    );
    return rows.map(({ sealedPhone }) => this.cipher.decrypt(sealedPhone));
  }
}
