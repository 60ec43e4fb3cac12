import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { locked, passwordWrong } from './identity.errors.js';
import { hashPassword, passwordMatches } from './passwords.js';

const FAILURES = 5;
const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;

interface FailureRow {
  failures: number;
  firstFailedAt: Date;
  lockedUntil: Date | null;
}

/** Account and password, for the console. Nothing in time or words tells whether an account exists. */
@Injectable()
export class PasswordLoginService {
  private dummyHash: Promise<string> | null = null;

  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async personOf(account: string, password: string): Promise<string> {
    const subject = account.trim().toLowerCase();
    const accountIndex = this.cipher.blindIndex('account', subject);
    const { lastTry } = await this.countAttempt(accountIndex);
    const [login] = await this.database.query<{ personId: string; secretHash: string }>(
      `select person_id as personId, secret_hash as secretHash
         from person_login where kind = 'password' and realm = '' and subject = ?`,
      [subject],
    );
    const matches = await passwordMatches(login?.secretHash ?? (await this.dummy()), password);
    if (login === undefined || !matches) {
      await this.noteFailure(accountIndex, login?.personId ?? null, lastTry);
      throw passwordWrong();
    }
    await this.database.query('delete from password_failure where account_index = ?', [accountIndex]);
    return login.personId;
  }

  /** Counted before the password is looked at, so that guesses sent all at once are no way around the limit. */
  private async countAttempt(accountIndex: string): Promise<{ lastTry: boolean }> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await tx.query(
        'insert ignore into password_failure (account_index, failures, first_failed_at) values (?, 0, ?)',
        [accountIndex, now],
      );
      const [row] = await tx.query<FailureRow[]>(
        `select failures, first_failed_at as firstFailedAt, locked_until as lockedUntil
           from password_failure where account_index = ? for update`,
        [accountIndex],
      );
      if (row === undefined) throw new Error('the failure row of an account vanished');
      if (row.lockedUntil !== null && row.lockedUntil > now) {
        throw locked({ minutes: Math.ceil((row.lockedUntil.getTime() - now.getTime()) / 60_000) });
      }
      const fresh = row.lockedUntil !== null || now.getTime() - row.firstFailedAt.getTime() > WINDOW_MS;
      const failures = fresh ? 1 : row.failures + 1;
      const lockedUntil = failures >= FAILURES ? new Date(now.getTime() + LOCK_MS) : null;
      await tx.query(
        'update password_failure set failures = ?, first_failed_at = ?, locked_until = ? where account_index = ?',
        [failures, fresh ? now : row.firstFailedAt, lockedUntil, accountIndex],
      );
      return { lastTry: lockedUntil !== null };
    });
  }

  /** By the account's index: what was typed may have been a password. Known or not, an account takes as long. */
  private async noteFailure(
    accountIndex: string,
    aboutPersonId: string | null,
    lastTry: boolean,
  ): Promise<void> {
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        action: lastTry ? 'session.locked' : 'session.refused',
        actor: null,
        subject: { type: 'account', id: accountIndex },
        aboutPersonId,
      }),
    );
  }

  private dummy(): Promise<string> {
    this.dummyHash ??= hashPassword(randomBytes(16).toString('hex'));
    return this.dummyHash;
  }
}
