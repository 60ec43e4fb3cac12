import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import { Person } from './person.entity.js';
import { type LoginKind, PersonLogin } from './person-login.entity.js';

/** What tells one login from every other. */
export interface LoginKey {
  kind: LoginKind;
  realm: string;
  subject: string;
}

export interface NewLogin extends LoginKey {
  secretHash?: string;
  sealedPhone?: string;
}

/** Finds the person behind a login; makes one for a login that was never seen. */
@Injectable()
export class Logins {
  constructor(
    private readonly database: Database,
    private readonly cipher: DataCipher,
    private readonly clock: Clock,
  ) {}

  phone(phone: string): NewLogin {
    return {
      kind: 'phone',
      realm: '',
      subject: this.cipher.blindIndex('phone', phone),
      sealedPhone: this.cipher.encrypt(phone),
    };
  }

  wechat(appId: string, openid: string): NewLogin {
    return { kind: 'wechat', realm: appId, subject: openid };
  }

  async personOf(key: LoginKey): Promise<string | null> {
    const rows = await this.database.query<{ personId: string }>(
      'select person_id as personId from person_login where kind = ? and realm = ? and subject = ?',
      [key.kind, key.realm, key.subject],
    );
    return rows[0]?.personId ?? null;
  }

  async add(tx: EntityManager, personId: string, login: NewLogin): Promise<void> {
    await tx.insert(PersonLogin, rowOf(personId, login, this.clock.now()));
  }

  async addAll(
    tx: EntityManager,
    logins: readonly { personId: string; login: NewLogin; at: Date }[],
  ): Promise<void> {
    if (logins.length === 0) return;
    const rows = logins.map(({ personId, login, at }) => rowOf(personId, login, at));
    await tx.createQueryBuilder().insert().into(PersonLogin).values(rows).updateEntity(false).execute();
  }

  /** The first login makes the person. Two first logins at once make one: the loser finds the winner's. */
  async personOfOrNew(login: NewLogin, name: string): Promise<string> {
    const known = await this.personOf(login);
    if (known !== null) return known;
    const now = this.clock.now();
    const id = newId(now);
    try {
      await this.database.transaction(async (tx) => {
        await tx.insert(Person, { id, name, createdAt: now });
        await this.add(tx, id, login);
      });
      return id;
    } catch (error) {
      const winner = isDuplicate(error) ? await this.personOf(login) : null;
      if (winner === null) throw error;
      return winner;
    }
  }
}

function rowOf(personId: string, { kind, realm, subject, ...login }: NewLogin, at: Date) {
  return {
    ...{ id: newId(at), personId, kind, realm, subject, createdAt: at },
    secretHash: login.secretHash ?? null,
    sealedPhone: login.sealedPhone ?? null,
  };
}
