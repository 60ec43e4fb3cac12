import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids/new-id.js';
import { READABLE_ALPHABET, readCode } from '../../../platform/ids/readable-code.js';
import { passwordMovedOn, passwordUsedBefore, passwordWeak, passwordWrong } from '../identity.errors.js';
import { hashPassword, passwordMatches } from '../passwords.js';
import { type Attempt, SignInAttempts } from '../sign-in/sign-in-attempts.js';
import { FormerPassword } from './former-password.entity.js';
import { passwordFault } from './password.rules.js';

/** The present one and as many before it are not to be chosen again. */
const REMEMBERED = 5;
const ONE_TIME_CHARS = 12;
const ONE_TIME_DAYS = 7;

export interface AccountLogin {
  id: string;
  personId: string;
  personName: string;
  account: string;
  secretHash: string;
  secretSetAt: Date | null;
  /** Given by an administrator, for one sign-in that must change it. */
  changeDue: boolean;
  oneTimeUntil: Date | null;
  secretActionId: string | null;
}

const LOGIN = `select l.id, l.person_id as personId, p.name as personName, l.subject as account,
  l.secret_hash as secretHash, l.secret_set_at as secretSetAt, l.change_due = 1 as changeDue,
  l.one_time_until as oneTimeUntil, l.secret_action_id as secretActionId
  from person_login l join person p on p.id = l.person_id where l.kind = 'password' and l.realm = ''`;

const asLogin = (row: AccountLogin): AccountLogin => ({ ...row, changeDue: Boolean(Number(row.changeDue)) });

/** The passwords of accounts: told from wrong ones, chosen by rules, given for one sign-in. */
@Injectable()
export class AccountPasswords {
  private dummyHash: Promise<string> | null = null;

  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  /** Nothing in time or words tells whether an account exists. */
  async proven(account: string, password: string): Promise<{ login: AccountLogin; attempt: Attempt }> {
    const subject = account.trim().toLowerCase();
    const attempt = await this.attempts.count(subject);
    const [row] = await this.database.query<AccountLogin>(`${LOGIN} and l.subject = ?`, [subject]);
    const login = row === undefined ? undefined : asLogin(row);
    const given = login?.oneTimeUntil ? (readCode(password, ONE_TIME_CHARS) ?? password) : password;
    const matches = await passwordMatches(login?.secretHash ?? (await this.dummy()), given);
    if (login === undefined || !matches) {
      await this.attempts.wasWrong(attempt, login?.personId ?? null);
      throw passwordWrong();
    }
    return { login, attempt };
  }

  async matches(login: AccountLogin, password: string): Promise<boolean> {
    return passwordMatches(login.secretHash, password);
  }

  async ofPerson(personId: string, tx?: EntityManager): Promise<AccountLogin | null> {
    const sql = `${LOGIN} and l.person_id = ?`;
    const [row] =
      tx === undefined
        ? await this.database.query<AccountLogin>(sql, [personId])
        : await tx.query<AccountLogin[]>(`${sql} for update`, [personId]);
    return row === undefined ? null : asLogin(row);
  }

  async byId(loginId: string): Promise<AccountLogin | null> {
    const [row] = await this.database.query<AccountLogin>(`${LOGIN} and l.id = ?`, [loginId]);
    return row === undefined ? null : asLogin(row);
  }

  /** Refuses what is no good password for this account; gives back the hash of one that is. */
  async hashOfGood(login: AccountLogin, chosen: string, field: string): Promise<string> {
    const fault = await passwordFault(chosen, { account: login.account, name: login.personName });
    if (fault !== null) throw passwordWeak({ fault }, [{ field, message: fault }]);
    const former = await this.database.query<{ secretHash: string }>(
      `select secret_hash as secretHash from former_password
        where login_id = ? order by replaced_at desc, id desc limit ${REMEMBERED - 1}`,
      [login.id],
    );
    for (const { secretHash } of [login, ...former]) {
      if (!(await passwordMatches(secretHash, chosen))) continue;
      const message = `最近 ${REMEMBERED} 次用过的密码，请换一个没用过的`;
      throw passwordUsedBefore(undefined, [{ field, message }]);
    }
    return hashPassword(chosen);
  }

  /** Puts the chosen one in place of that which was proven; if another came meanwhile, that one stays. */
  async replaceByChosen(tx: EntityManager, login: AccountLogin, secretHash: string): Promise<void> {
    await this.lockUnchanged(tx, login);
    await this.replace(tx, login, { secretHash, oneTimeUntil: null, actionId: null });
  }

  /** The login's row, held, if its password is still the one that was proven. */
  async lockUnchanged(tx: EntityManager, login: Pick<AccountLogin, 'id' | 'secretHash'>): Promise<void> {
    const [row] = await tx.query<{ secretHash: string }[]>(
      'select secret_hash as secretHash from person_login where id = ? for update',
      [login.id],
    );
    if (row?.secretHash !== login.secretHash) throw passwordMovedOn();
  }

  /** Gives a password for one sign-in. The caller holds the login's row. */
  async give(
    tx: EntityManager,
    login: AccountLogin,
    given: { secretHash: string; actionId: string },
  ): Promise<void> {
    await this.replace(tx, login, { ...given, oneTimeUntil: this.oneTimeUntil() });
  }

  oneTimeUntil(): Date {
    return new Date(this.clock.now().getTime() + ONE_TIME_DAYS * 86_400_000);
  }

  /**
   * The password that comes of one act. Drawn from the act's id by a secret that is not in the database, so that asking
   * again after a lost answer shows the same one, and nothing readable has to be kept.
   */
  oneTimeOf(actionId: string): { code: string; shown: string } {
    let rest = BigInt(`0x${this.cipher.blindIndex('one-time password', actionId)}`);
    let code = '';
    const letters = BigInt(READABLE_ALPHABET.length);
    for (let at = 0; at < ONE_TIME_CHARS; at++) {
      code += READABLE_ALPHABET[Number(rest % letters)];
      rest /= letters;
    }
    return { code, shown: code.replace(/(.{4})(?=.)/g, '$1-') };
  }

  private async replace(
    tx: EntityManager,
    login: AccountLogin,
    next: { secretHash: string; oneTimeUntil: Date | null; actionId: string | null },
  ): Promise<void> {
    const now = this.clock.now();
    // What was given for one sign-in was never anybody's own choice.
    if (login.oneTimeUntil === null) {
      await tx.insert(FormerPassword, {
        id: newId(now),
        loginId: login.id,
        secretHash: login.secretHash,
        replacedAt: now,
      });
    }
    await tx.query(
      `update person_login set secret_hash = ?, secret_set_at = ?, change_due = ?, one_time_until = ?, secret_action_id = ?
        where id = ?`,
      [next.secretHash, now, next.oneTimeUntil === null ? 0 : 1, next.oneTimeUntil, next.actionId, login.id],
    );
    const kept = await tx.query<{ id: string }[]>(
      `select id from former_password where login_id = ? order by replaced_at desc, id desc limit ${REMEMBERED - 1}`,
      [login.id],
    );
    if (kept.length === REMEMBERED - 1) {
      await tx.query(
        `delete from former_password where login_id = ? and id not in (${kept.map(() => '?').join(', ')})`,
        [login.id, ...kept.map(({ id }) => id)],
      );
    }
  }

  private dummy(): Promise<string> {
    this.dummyHash ??= hashPassword(randomBytes(16).toString('hex'));
    return this.dummyHash;
  }
}
