import { Injectable } from '@nestjs/common';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { WechatClient } from '../../platform/wechat/wechat.client.js';

/** Where a person can be reached outside the app. Only the system asks, to send; no answer to anybody shows it. */
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
    const [row] = await this.database.query<{ sealedPhone: string }>(
      `select sealed_phone as sealedPhone from person_login
        where person_id = ? and kind = 'phone' and sealed_phone is not null order by created_at desc, id desc limit 1`,
      [personId],
    );
    return row === undefined ? null : this.cipher.decrypt(row.sealedPhone);
  }
}
