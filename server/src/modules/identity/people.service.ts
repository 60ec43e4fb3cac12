import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { send } from '../../platform/database/statements.js';
import { WechatClient } from '../../platform/wechat/wechat.client.js';
import { Contacts } from './contacts.js';
import { phoneTaken } from './identity.errors.js';
import { Logins } from './logins.js';
import { hashPassword } from './passwords.js';
import { Person } from './person.entity.js';
import { maskedPhone, UNKNOWN_NAME } from './phone-number.js';

export interface NewPerson {
  id: string;
  name: string;
  /** Makes this a demo person, whom anyone may be while LINLI_DEMO=1. */
  demo?: { key: string; client: 'miniapp' | 'console'; hint: string };
  createdAt?: Date;
}

/** People and their ways in, for staff registers, imports and the demo. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly logins: Logins,
    private readonly wechat: WechatClient,
    private readonly clock: Clock,
    private readonly contacts: Contacts,
  ) {}

  async createPerson(tx: EntityManager, person: NewPerson): Promise<void> {
    await tx.insert(Person, {
      id: person.id,
      name: person.name,
      demoKey: person.demo?.key ?? null,
      demoClient: person.demo?.client ?? null,
      demoHint: person.demo?.hint ?? null,
      createdAt: person.createdAt ?? this.clock.now(),
    });
  }

  /** Many at once, each with the number they sign in by where they have one. */
  async createPeople(tx: EntityManager, people: readonly (NewPerson & { phone?: string })[]): Promise<void> {
    const now = this.clock.now();
    const rows = people.map(({ id, name, createdAt = now }) => ({ id, name, createdAt }));
    await tx.createQueryBuilder().insert().into(Person).values(rows).updateEntity(false).execute();
    await this.logins.addAll(
      tx,
      people.flatMap(({ id, phone, createdAt = now }) =>
        phone === undefined ? [] : [{ personId: id, login: this.logins.phone(phone), at: createdAt }],
      ),
    );
  }

  async addPhoneLogin(tx: EntityManager, personId: string, phone: string): Promise<void> {
    await this.logins.add(tx, personId, this.logins.phone(phone));
  }

  async addPasswordLogin(
    tx: EntityManager,
    personId: string,
    account: string,
    password: string,
  ): Promise<void> {
    const secretHash = await hashPassword(password);
    await this.logins.add(tx, personId, {
      kind: 'password',
      realm: '',
      subject: account.toLowerCase(),
      secretHash,
    });
  }

  /** The openid is the person's under our own AppID unless another is named. */
  async addWechatLogin(
    tx: EntityManager,
    personId: string,
    openid: string,
    appId = this.wechat.appId,
  ): Promise<void> {
    await this.logins.add(tx, personId, this.logins.wechat(appId, openid));
  }

  /** Whoever has this number, else somebody new of this name, who will find what is theirs when they first sign in with it. */
  personOfPhone(phone: string, name: string): Promise<string> {
    return this.logins.personOfOrNew(this.logins.phone(phone), name);
  }

  /** Whoever has this number already. */
  withPhone(phone: string): Promise<string | null> {
    return this.logins.personOf(this.logins.phone(phone));
  }

  /** The blind indexes of the numbers they have verified: what a register can be compared with. */
  async phoneIndexesOf(tx: EntityManager, personId: string): Promise<string[]> {
    const rows = await tx.query<{ subject: string }[]>(
      "select subject from person_login where person_id = ? and kind = 'phone'",
      [personId],
    );
    return rows.map(({ subject }) => subject);
  }

  /** The same of many people, by person; who has none is absent. */
  async phoneIndexesOfAll(tx: EntityManager, personIds: readonly string[]): Promise<Map<string, string[]>> {
    const indexes = new Map<string, string[]>();
    if (personIds.length === 0) return indexes;
    const rows = await tx.query<{ personId: string; subject: string }[]>(
      "select person_id as personId, subject from person_login where person_id in (?) and kind = 'phone'",
      [[...personIds]],
    );
    for (const { personId, subject } of rows)
      indexes.set(personId, [...(indexes.get(personId) ?? []), subject]);
    return indexes;
  }

  async rename(tx: EntityManager, personId: string, name: string): Promise<void> {
    await tx.query('update person set name = ? where id = ?', [name, personId]);
  }

  /** Somebody whose name we did not know is called by it from now on; whoever has said one keeps it. */
  async nameIfUnknown(tx: EntityManager, personId: string, name: string): Promise<void> {
    await tx.query('update person set name = ? where id = ? and name regexp ?', [
      name,
      personId,
      UNKNOWN_NAME.source,
    ]);
  }

  /** From now on this is their only number; false when it was already. Somebody else's is refused. */
  async replacePhone(tx: EntityManager, personId: string, phone: string): Promise<boolean> {
    const login = this.logins.phone(phone);
    const [taken] = await tx.query<{ personId: string }[]>(
      "select person_id as personId from person_login where kind = 'phone' and realm = '' and subject = ? for update",
      [login.subject],
    );
    if (taken !== undefined && taken.personId !== personId) throw phoneTaken();
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      "delete from person_login where person_id = ? and kind = 'phone' and subject <> ?",
      [personId, login.subject],
    );
    if (taken !== undefined) return affectedRows > 0;
    try {
      await this.logins.add(tx, personId, login);
    } catch (error) {
      if (isDuplicate(error)) throw phoneTaken();
      throw error;
    }
    return true;
  }

  /** Whether this number, and no other, is theirs already. */
  async hasOnlyPhone(personId: string, phone: string): Promise<boolean> {
    const rows = await this.database.query<{ subject: string }>(
      "select subject from person_login where person_id = ? and kind = 'phone' limit 2",
      [personId],
    );
    return rows.length === 1 && rows[0]?.subject === this.logins.phone(phone).subject;
  }

  /** What is shown of the phone that each of them gave last; who gave none is absent. */
  async maskedPhonesOf(personIds: readonly string[]): Promise<Map<string, string>> {
    const phones = await this.contacts.phonesOf(personIds);
    return new Map([...phones].map(([personId, phone]) => [personId, maskedPhone(phone)]));
  }

  /** What is shown of every phone they sign in with, the one they gave last first. */
  async everyMaskedPhoneOf(personId: string): Promise<string[]> {
    const phones = await this.contacts.everyPhoneOf(personId);
    return phones.map(maskedPhone);
  }

  /** From now on they cannot sign in, and whatever they had open has ended. */
  async suspend(tx: EntityManager, personId: string, now: Date): Promise<void> {
    await tx.query('update person set suspended_at = ? where id = ? and suspended_at is null', [
      now,
      personId,
    ]);
    await tx.query(
      "update session set ended_at = ?, ended_why = 'suspended' where person_id = ? and ended_at is null",
      [now, personId],
    );
  }

  async restore(tx: EntityManager, personId: string): Promise<void> {
    await tx.query('update person set suspended_at = null where id = ?', [personId]);
  }

  /** By what WeChat knows this person under our AppID; null when they never came that way. */
  async openidOf(personId: string, tx?: EntityManager): Promise<string | null> {
    const sql =
      "select subject from person_login where person_id = ? and kind = 'wechat' and realm = ? limit 1";
    const parameters = [personId, this.wechat.appId];
    const rows =
      tx === undefined
        ? await this.database.query<{ subject: string }>(sql, parameters)
        : await send<{ subject: string }>(tx, sql, parameters);
    return rows[0]?.subject ?? null;
  }

  /** With everybody who was merged into one of them: what they did stays known by who they were then. */
  async withMerged(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.query<{ id: string }>(
      'select id from person where merged_into_id in (?) order by id limit 50',
      [ids],
    );
    return [...new Set([...ids, ...rows.map(({ id }) => id)])];
  }

  /** Everybody of exactly this name, up to fifty. */
  async named(name: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select id from person where name = ? order by id limit 50',
      [name],
    );
    return rows.map(({ id }) => id);
  }

  /** Names by id; ids nobody has are simply absent. */
  async nameOf(ids: readonly string[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; name: string }>(
      `select id, name from person where id in (${wanted.map(() => '?').join(', ')})`,
      wanted,
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
