import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { codeDayLimit, codeExpired, codeTooSoon, codeTriesUsedUp, codeWrong } from './identity.errors.js';
import { OneTimeCode } from './one-time-code.entity.js';
import { SmsSender } from './sms-sender.js';

const CODE_LIFE_MS = 5 * 60_000;
const RESEND_AFTER_MS = 60_000;
const CODES_PER_DAY = 10;
const TRIES = 5;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export interface SentCode {
  expiresAt: Date;
  resendAfterSeconds: number;
  shownCode: string | null;
}

/** What a code opens: one that was asked for one thing opens no other, whoever reads it off the phone. */
export type CodePurpose = 'sign_in' | 'guardian' | 'change_phone';

interface CodeRow {
  id: string;
  codeHash: string;
  tries: number;
  expiresAt: Date;
  usedAt: Date | null;
}

/** Six digits sent to a phone prove that the person holds it. */
@Injectable()
export class PhoneCodesService {
  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
    private readonly sms: SmsSender,
    private readonly clock: Clock,
  ) {}

  /** Who asks while signed in has a quota of their own, so that nobody has codes sent to many who never asked for one. */
  async send(
    phone: string,
    purpose: CodePurpose = 'sign_in',
    { askedBy }: { askedBy?: string } = {},
  ): Promise<SentCode> {
    this.sms.assertReady();
    const now = this.clock.now();
    const id = newId(now);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = new Date(now.getTime() + CODE_LIFE_MS);
    await this.database.transaction(async (tx) => {
      const phoneIndex = this.cipher.blindIndex('phone', phone);
      if (askedBy !== undefined)
        await this.takeFromQuota(tx, this.cipher.blindIndex('code asked by', askedBy), now);
      await this.takeFromQuota(tx, phoneIndex, now);
      await tx.insert(OneTimeCode, {
        id,
        phoneIndex,
        codeHash: this.hashOf(id, code, purpose),
        tries: 0,
        createdAt: now,
        expiresAt,
      });
    });
    const { shownCode } = await this.sms.send(phone, code);
    return { expiresAt, resendAfterSeconds: RESEND_AFTER_MS / 1000, shownCode };
  }

  /** Passes when the newest code of this phone is the one given; each code has five tries and one use. */
  async check(phone: string, code: string, purpose: CodePurpose = 'sign_in'): Promise<void> {
    const now = this.clock.now();
    // A wrong try must be counted although the request is refused, so the refusal comes after the transaction.
    const refusal = await this.database.transaction(async (tx) => {
      const [sent] = await tx.query<CodeRow[]>(
        `select id, code_hash as codeHash, tries, expires_at as expiresAt, used_at as usedAt
           from one_time_code where phone_index = ? order by created_at desc, id desc limit 1 for update`,
        [this.cipher.blindIndex('phone', phone)],
      );
      if (sent === undefined || sent.usedAt !== null) return codeWrong();
      if (sent.expiresAt <= now) return codeExpired();
      if (sent.tries >= TRIES) return codeTriesUsedUp();
      if (!timingSafeEqual(Buffer.from(sent.codeHash), Buffer.from(this.hashOf(sent.id, code, purpose)))) {
        await tx.query('update one_time_code set tries = tries + 1 where id = ?', [sent.id]);
        return sent.tries + 1 >= TRIES ? codeTriesUsedUp() : codeWrong();
      }
      await tx.query('update one_time_code set used_at = ? where id = ?', [now, sent.id]);
      return null;
    });
    if (refusal !== null) throw refusal;
  }

  private async takeFromQuota(tx: EntityManager, phoneIndex: string, now: Date): Promise<void> {
    const day = shanghaiDay(now);
    await tx.query('insert ignore into phone_code_quota (phone_index, day, sent) values (?, ?, 0)', [
      phoneIndex,
      day,
    ]);
    const [quota] = await tx.query<{ day: number; sent: number; lastSentAt: Date | null }[]>(
      'select day, sent, last_sent_at as lastSentAt from phone_code_quota where phone_index = ? for update',
      [phoneIndex],
    );
    if (quota === undefined) throw new Error('the quota row of a phone vanished');
    const waitMs =
      quota.lastSentAt === null ? 0 : quota.lastSentAt.getTime() + RESEND_AFTER_MS - now.getTime();
    if (waitMs > 0) throw codeTooSoon({ seconds: Math.ceil(waitMs / 1000) });
    const sentToday = quota.day === day ? quota.sent : 0;
    if (sentToday >= CODES_PER_DAY) throw codeDayLimit();
    await tx.query('update phone_code_quota set day = ?, sent = ?, last_sent_at = ? where phone_index = ?', [
      day,
      sentToday + 1,
      now,
      phoneIndex,
    ]);
  }

  private hashOf(codeId: string, code: string, purpose: CodePurpose): string {
    const index = purpose === 'sign_in' ? 'one-time code' : `one-time code, ${purpose}`;
    return this.cipher.blindIndex(index, `${codeId} ${code}`);
  }
}

function shanghaiDay(now: Date): number {
  return Number(new Date(now.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', ''));
}
