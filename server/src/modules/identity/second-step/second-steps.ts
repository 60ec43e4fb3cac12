import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids/new-id.js';
import { drawCode, readCode } from '../../../platform/ids/readable-code.js';
import { enrolmentOver } from '../identity.errors.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { enrolmentUri, newSecret, stepOf } from './totp.js';

const RECOVERY_CODES = 10;
const RECOVERY_CHARS = 10;
const ENROLMENT_MS = 15 * 60_000;

interface SecretRow {
  sealedSecret: string | null;
  lastStep: string;
  sealedNext: string | null;
  nextUntil: Date | null;
}

export interface Enrolment {
  /** For typing it in where no camera is at hand. */
  secret: string;
  uri: string;
}

/** The second step of a sign-in: codes of an authenticator app, and those on paper for when it is lost. */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
    private readonly clock: Clock,
  ) {}

  /** Since when it is set up, and how many paper codes are left; null when it is not. */
  async of(personId: string): Promise<{ sinceAt: Date; recoveryLeft: number } | null> {
    const [row] = await this.database.query<{ sinceAt: Date; recoveryLeft: string }>(
      `select s.since_at as sinceAt, (select count(*) from recovery_code c
          where c.person_id = s.person_id and c.used_at is null) as recoveryLeft
         from second_step s where s.person_id = ? and s.sealed_secret is not null`,
      [personId],
    );
    return row === undefined ? null : { sinceAt: row.sinceAt, recoveryLeft: Number(row.recoveryLeft) };
  }

  /** Draws a secret and shows it. It counts once the app has proven with a code that it has it; until then the old one does. */
  async begin(personId: string, account: string): Promise<Enrolment> {
    const secret = newSecret();
    const sealed = this.cipher.encrypt(secret);
    const until = new Date(this.clock.now().getTime() + ENROLMENT_MS);
    await this.database.query(
      `insert into second_step (person_id, last_step, sealed_next, next_until) values (?, 0, ?, ?)
       on duplicate key update sealed_next = values(sealed_next), next_until = values(next_until)`,
      [personId, sealed, until],
    );
    return { secret, uri: enrolmentUri(secret, account) };
  }

  /** The app's first code makes the shown secret the one that counts; gives new paper codes, or null for a wrong code. */
  async confirm(tx: EntityManager, personId: string, code: string): Promise<string[] | null> {
    const now = this.clock.now();
    const row = await this.locked(tx, personId);
    if (row === null || row.sealedNext === null || row.nextUntil === null || row.nextUntil <= now)
      throw enrolmentOver();
    const step = stepOf(this.cipher.decrypt(row.sealedNext), code, now, 0);
    if (step === null) return null;
    await tx.query(
      `update second_step set sealed_secret = sealed_next, since_at = ?, last_step = ?, sealed_next = null, next_until = null
        where person_id = ?`,
      [now, step, personId],
    );
    return this.newRecoveryCodes(tx, personId);
  }

  /** Takes a code of the app or one from paper, and spends it. The row is held, so that of two with one code one is right. */
  async take(tx: EntityManager, personId: string, code: string): Promise<'app' | 'paper' | null> {
    const row = await this.locked(tx, personId);
    if (row === null || row.sealedSecret === null) return null;
    const now = this.clock.now();
    const step = stepOf(this.cipher.decrypt(row.sealedSecret), code.trim(), now, Number(row.lastStep));
    if (step !== null) {
      await tx.query('update second_step set last_step = ? where person_id = ?', [step, personId]);
      return 'app';
    }
    const paper = readCode(code, RECOVERY_CHARS);
    if (paper === null) return null;
    const spent = await tx.query<{ affectedRows: number }>(
      'update recovery_code set used_at = ? where person_id = ? and code_index = ? and used_at is null',
      [now, personId, this.indexOf(personId, paper)],
    );
    return spent.affectedRows === 1 ? 'paper' : null;
  }

  /** Ten new ones; those before are worth nothing any more. */
  async newRecoveryCodes(tx: EntityManager, personId: string): Promise<string[]> {
    const now = this.clock.now();
    await tx.query('delete from recovery_code where person_id = ?', [personId]);
    const codes = Array.from({ length: RECOVERY_CODES }, () => drawCode(RECOVERY_CHARS, randomInt));
    await tx.insert(
      RecoveryCode,
      codes.map((code) => ({
        id: newId(now),
        personId,
        codeIndex: this.indexOf(personId, code),
        createdAt: now,
      })),
    );
    return codes.map((code) => code.replace(/(.{5})(?=.)/g, '$1-'));
  }

  /** Takes it away altogether; says whether there was one. */
  async remove(tx: EntityManager, personId: string): Promise<boolean> {
    const row = await this.locked(tx, personId);
    await tx.query('delete from second_step where person_id = ?', [personId]);
    await tx.query('delete from recovery_code where person_id = ?', [personId]);
    return row !== null && row.sealedSecret !== null;
  }

  private async locked(tx: EntityManager, personId: string): Promise<SecretRow | null> {
    const [row] = await tx.query<SecretRow[]>(
      `select sealed_secret as sealedSecret, last_step as lastStep, sealed_next as sealedNext, next_until as nextUntil
         from second_step where person_id = ? for update`,
      [personId],
    );
    return row ?? null;
  }

  private indexOf(personId: string, code: string): string {
    return this.cipher.blindIndex('recovery code', `${personId} ${code}`);
  }
}
