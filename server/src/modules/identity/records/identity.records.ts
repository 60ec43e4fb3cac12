import { ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { DataCipher } from '../../../platform/crypto/data-cipher.js';
import type { Reading } from '../../area/index.js';
import { Contacts } from '../contacts.js';
import type { LoginKind } from '../person-login.entity.js';
import { maskedPhone } from '../phone-number.js';
import { moveIdentity } from './identity.moving.js';
import { partOf, type ShownRows } from './kept-rows.js';
import {
  ERASED_NAME,
  type ErasedFiles,
  type ExportItem,
  type ExportPart,
  type Holding,
  type MergeConflict,
  type Moved,
  onePage,
  type PersonRecordKeeper,
  PersonRecords,
} from './person-records.js';

const WAY_LABELS: Record<LoginKind, string> = { wechat: '微信', phone: '手机号', password: '账号和密码' };
const WHILE_HERE = '注销账号时删除';
const SESSIONS: ShownRows = {
  ...{ kind: 'identity.session', title: '登录过的设备', table: 'session', column: 'person_id' },
  items: 'device as 设备, created_at as 登录时间, last_seen_at as 最近使用, ended_at as 退出时间',
  order: 'id',
};
const APPOINTMENTS: ShownRows = {
  ...{ kind: 'identity.appointment', title: '担任过的职务', table: 'appointment', column: 'person_id' },
  ...{ items: 'role as 职务, from_at as 开始, to_at as 结束', order: 'from_at, id' },
  labels: { 职务: ROLE_LABELS },
};

interface LoginRow {
  kind: LoginKind;
  subject: string;
  sealedPhone: string | null;
  createdAt: Date;
}

/** Who somebody is, how they sign in, where they did, and what they are appointed to. */
@Injectable()
export class IdentityRecords implements PersonRecordKeeper, OnModuleInit {
  readonly name = 'identity';
  /** Who ended a session or was merged into whom stays as it was written. */
  readonly columns = [
    'person.id',
    'person.name',
    'person.merged_into_id',
    'person_login.person_id',
    'person_login.subject',
    'person_login.sealed_phone',
    'former_password.login_id',
    'one_time_code.phone_index',
    'phone_code_quota.phone_index',
    'password_failure.account_index',
    'recovery_code.person_id',
    'second_step.person_id',
    'session.person_id',
    'session.ended_by_id',
    'sign_in_ticket.person_id',
    'appointment.person_id',
    'person_merge.from_person_id',
    'person_merge.into_person_id',
    'person_merge.merged_by_id',
    'person_merge.reason',
  ];

  constructor(
    private readonly records: PersonRecords,
    private readonly cipher: DataCipher,
    private readonly clock: Clock,
    private readonly contacts: Contacts,
  ) {}

  onModuleInit(): void {
    this.records.join(this);
  }

  async holdings(read: Reading, personId: string): Promise<Holding[]> {
    const [counts] = await read<Record<'logins' | 'sessions' | 'appointments', number>>(
      `select (select count(*) from person_login where person_id = ?) as logins,
              (select count(*) from session where person_id = ?) as sessions,
              (select count(*) from appointment where person_id = ?) as appointments`,
      [personId, personId, personId],
    );
    const phones = await this.contacts.everyPhoneOf(personId);
    return [
      {
        kind: 'identity.name',
        title: '姓名',
        count: 1,
        keptFor: WHILE_HERE,
        basis: '让您能登录，让别人知道是谁在说话',
      },
      {
        kind: 'identity.login',
        title: '登录方式（微信、手机号、账号）',
        count: Number(counts?.logins ?? 0),
        ...(phones.length === 0 ? {} : { shown: `手机号 ${phones.map(maskedPhone).join('、')}` }),
        keptFor: WHILE_HERE,
        basis: '让您能登录',
      },
      {
        kind: 'identity.session',
        title: '登录过的设备',
        count: Number(counts?.sessions ?? 0),
        keptFor: WHILE_HERE,
        basis: '让您能看到并退出登录过的设备',
      },
      {
        kind: 'identity.appointment',
        title: '担任过的职务',
        count: Number(counts?.appointments ?? 0),
        keptFor: '长期保存，注销后不再带姓名',
        basis: '记录谁在什么时候负责社区的工作',
      },
    ].filter(({ count }) => count > 0);
  }

  export(read: Reading, personId: string): ExportPart[] {
    return [
      { kind: 'identity.name', title: '姓名', pages: onePage(() => nameOf(read, personId)) },
      { kind: 'identity.login', title: '登录方式', pages: onePage(() => this.loginsOf(read, personId)) },
      partOf(read, SESSIONS, personId),
      partOf(read, APPOINTMENTS, personId),
    ];
  }

  async obstacles(tx: EntityManager, personId: string): Promise<string[]> {
    const rows = await tx.query<{ role: Role }[]>(
      'select distinct role from appointment where person_id = ? and (to_at is null or to_at > ?) order by role',
      [personId, this.clock.now()],
    );
    const [suspended] = await tx.query<unknown[]>(
      'select 1 from person where id = ? and suspended_at is not null',
      [personId],
    );
    // Whoever left would come back by the same phone as somebody who is not suspended.
    const words = suspended === undefined ? [] : ['您的账号停用着，请先联系社区恢复。'];
    if (rows.length === 0) return words;
    const roles = rows.map(({ role }) => ROLE_LABELS[role]).join('、');
    return [...words, `您还担任着${roles}，请先联系社区结束任职。`];
  }

  /** What was held in office stays with the id of somebody who has no name any more; `erased_at` is set by whoever asked. */
  async erase(tx: EntityManager, personId: string): Promise<ErasedFiles> {
    const logins = await tx.query<{ id: string; kind: LoginKind; subject: string }[]>(
      'select id, kind, subject from person_login where person_id = ? for update',
      [personId],
    );
    for (const { id, kind, subject } of logins) {
      await tx.query('delete from former_password where login_id = ?', [id]);
      if (kind === 'phone') {
        await tx.query('delete from one_time_code where phone_index = ?', [subject]);
        await tx.query('delete from phone_code_quota where phone_index = ?', [subject]);
      }
      if (kind === 'password')
        await tx.query('delete from password_failure where account_index = ?', [
          this.cipher.blindIndex('account', subject),
        ]);
    }
    await tx.query(
      'delete from refresh_token where session_id in (select s.id from session s where s.person_id = ?)',
      [personId],
    );
    for (const table of ['session', 'sign_in_ticket', 'recovery_code', 'second_step', 'person_login'])
      await tx.query(`delete from ${table} where person_id = ?`, [personId]);
    // Whoever was merged into them was them, too.
    await tx.query(
      `update person set name = ?, demo_key = null, demo_client = null, demo_hint = null
        where id = ? or merged_into_id = ?`,
      [ERASED_NAME, personId, personId],
    );
    // Why they were made one was written freely, and seldom without a name.
    await tx.query(
      `update person_merge m join person p on p.id = m.from_person_id set m.reason = '' where p.merged_into_id = ?`,
      [personId],
    );
    return [];
  }

  /** Two who sign in by two WeChats keep both: people change their phone and their WeChat with it. */
  async conflicts(tx: EntityManager, fromId: string, intoId: string): Promise<MergeConflict[]> {
    const rows = await tx.query<{ personId: string }[]>(
      "select distinct person_id as personId from person_login where person_id in (?, ?) and kind = 'password'",
      [fromId, intoId],
    );
    if (rows.length < 2) return [];
    return [
      {
        kind: 'identity.two_accounts',
        words: '两个人都有工作台账号。请先让人事管理员停用其中一个账号，再合并。',
      },
    ];
  }

  move(tx: EntityManager, fromId: string, intoId: string, now: Date): Promise<Moved[]> {
    return moveIdentity(tx, fromId, intoId, now);
  }

  private async loginsOf(read: Reading, personId: string): Promise<ExportItem[]> {
    const logins = await read<LoginRow>(
      `select kind, subject, sealed_phone as sealedPhone, created_at as createdAt
         from person_login where person_id = ? order by created_at, id`,
      [personId],
    );
    return logins.map((login) => this.loginOf(login));
  }

  private loginOf({ kind, subject, sealedPhone, createdAt }: LoginRow): ExportItem {
    const number = kind === 'phone' && sealedPhone !== null ? this.cipher.decrypt(sealedPhone) : subject;
    const seen = kind === 'wechat' ? { 微信给的编号: number } : { 号码: number };
    return { 方式: WAY_LABELS[kind], ...seen, 添加时间: createdAt };
  }
}

async function nameOf(read: Reading, personId: string): Promise<ExportItem[]> {
  const people = await read<{ name: string; createdAt: Date }>(
    'select name, created_at as createdAt from person where id = ?',
    [personId],
  );
  return people.map(({ name, createdAt }) => ({ 姓名: name, 开始使用: createdAt }));
}
