import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import { Database } from '../../../platform/database/database.js';
import { locked } from '../identity.errors.js';

const FAILURES = 5;
const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;

interface FailureRow {
  failures: number;
  firstFailedAt: Date;
  lockedUntil: Date | null;
}

/** One attempt that was counted before it was looked at. */
export interface Attempt {
  accountIndex: string;
  count: number;
}

/**
 * Guesses at one account, at its password and at its codes alike, five in a quarter of an hour. A lock keeps new
 * sign-ins out; it never ends what is open, so nobody can be thrown out of their work by guessing.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Counted before anything is looked at, so that guesses sent all at once are no way around the limit. */
  async count(account: string): Promise<Attempt> {
    const accountIndex = this.indexOf(account);
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      // Takes the row for itself at once; with 「insert ignore」 several would hold it together and wait for each other.
      await tx.query(
        `insert into password_failure (account_index, failures, first_failed_at) values (?, 0, ?)
         on duplicate key update failures = failures`,
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
      const count = fresh ? 1 : row.failures + 1;
      const lockedUntil = count >= FAILURES ? new Date(now.getTime() + LOCK_MS) : null;
      await tx.query(
        'update password_failure set failures = ?, first_failed_at = ?, locked_until = ? where account_index = ?',
        [count, fresh ? now : row.firstFailedAt, lockedUntil, accountIndex],
      );
      return { accountIndex, count };
    });
  }

  /** The attempt was right, though the sign-in is not over: it alone is forgotten, and a lock which it brought itself. */
  async takeBack({ accountIndex, count }: Attempt): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        `update password_failure set locked_until = if(? >= ${FAILURES}, null, locked_until), failures = failures - 1
          where account_index = ? and failures > 0`,
        [count, accountIndex],
      ),
    );
  }

  /**
   * By the account's index: what was typed may have been a password. Known or not, an account takes as long. `actor` is who
   * was signed in and asked to say again that it is them.
   */
  async wasWrong(
    { accountIndex, count }: Attempt,
    aboutPersonId: string | null,
    actor: SignedInActor | null = null,
  ): Promise<void> {
    const refused = actor === null ? 'session.refused' : 'password.mistyped';
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        action: count >= FAILURES ? 'session.locked' : refused,
        actor,
        subject: { type: 'account', id: accountIndex },
        aboutPersonId,
      }),
    );
  }

  /** Signed in, or let in again by an administrator: nothing is held against the account any more. */
  async forget(account: string, tx?: EntityManager): Promise<void> {
    const forget = (within: EntityManager) =>
      within.query('delete from password_failure where account_index = ?', [this.indexOf(account)]);
    await (tx === undefined ? this.database.transaction(forget) : forget(tx));
  }

  /** Until when each of these accounts is locked; those that are not are absent. */
  async lockedUntil(accounts: readonly string[]): Promise<Map<string, Date>> {
    if (accounts.length === 0) return new Map();
    const accountOf = new Map(accounts.map((account) => [this.indexOf(account), account]));
    const rows = await this.database.query<{ accountIndex: string; lockedUntil: Date }>(
      `select account_index as accountIndex, locked_until as lockedUntil from password_failure
        where account_index in (${accounts.map(() => '?').join(', ')}) and locked_until > ?`,
      [...accountOf.keys(), this.clock.now()],
    );
    return new Map(rows.map((row) => [accountOf.get(row.accountIndex) ?? '', row.lockedUntil]));
  }

  private indexOf(account: string): string {
    return this.cipher.blindIndex('account', account.trim().toLowerCase());
  }
}
