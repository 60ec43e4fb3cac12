import {
  type Age,
  type ConsentKind,
  GUARDIAN_RELATION_LABELS,
  type GuardianRelation,
  noticeVersionWords,
} from '@linli/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import type { Reading } from '../area/index.js';
import {
  type ErasedFiles,
  type ExportItem,
  type ExportPart,
  type Holding,
  type MergeConflict,
  type Moved,
  onePage,
  type PersonRecordKeeper,
  PersonRecords,
} from '../identity/index.js';

const KIND_LABELS: Record<ConsentKind, string> = { notice: '隐私说明' };
const AGE_LABELS: Record<Age, string> = { from_14: '满 14 周岁', under_14: '未满 14 周岁' };

/** What somebody agreed to, who agreed for them, what they asked for. That they agreed stays as proof, under an id without a name. */
@Injectable()
export class PrivacyRecords implements PersonRecordKeeper, OnModuleInit {
  readonly name = 'privacy';
  readonly columns = [
    'privacy_consent.person_id',
    'privacy_guardian.person_id',
    'privacy_guardian.sealed_name',
    'privacy_guardian.phone_index',
    'privacy_guardian.sealed_phone',
    'privacy_guardian.open_key',
    'privacy_export.person_id',
    'privacy_erasure.person_id',
    'privacy_erasure.open_key',
  ];

  constructor(
    private readonly records: PersonRecords,
    private readonly cipher: DataCipher,
  ) {}

  onModuleInit(): void {
    this.records.join(this);
  }

  async holdings(read: Reading, personId: string): Promise<Holding[]> {
    const [counts] = await read<{ consents: number; guardians: number }>(
      `select (select count(*) from privacy_consent where person_id = ?) as consents,
              (select count(*) from privacy_guardian where person_id = ?) as guardians`,
      [personId, personId],
    );
    return [
      {
        kind: 'privacy.consent',
        title: '您同意过、收回过什么',
        count: Number(counts?.consents ?? 0),
        keptFor: '长期保存，注销后不再带姓名',
        basis: '证明是您自己同意的',
      },
      {
        kind: 'privacy.guardian',
        title: '监护人的同意',
        count: Number(counts?.guardians ?? 0),
        keptFor: '注销账号时删除',
        basis: '未满 14 周岁要监护人同意',
      },
    ].filter(({ count }) => count > 0);
  }

  export(read: Reading, personId: string): ExportPart[] {
    return [
      {
        kind: 'privacy.consent',
        title: '同意过、收回过什么',
        pages: onePage(() => consentsOf(read, personId)),
      },
      {
        kind: 'privacy.guardian',
        title: '监护人的同意',
        pages: onePage(() => this.guardiansOf(read, personId)),
      },
    ];
  }

  async obstacles(): Promise<string[]> {
    return [];
  }

  async erase(tx: EntityManager, personId: string): Promise<ErasedFiles> {
    for (const table of ['privacy_guardian', 'privacy_export'])
      await tx.query(`delete from ${table} where person_id = ?`, [personId]);
    return [];
  }

  /** Whoever asked to leave is asked first, and a child stays a child: neither past a guardian nor a guardian over somebody else. */
  async conflicts(tx: EntityManager, fromId: string, intoId: string): Promise<MergeConflict[]> {
    const people = await tx.query<{ leaving: number; child: number; onlyEntered: number }[]>(
      `select exists (select 1 from privacy_erasure e where e.open_key = p.id) as leaving,
              (p.awaits_guardian = 1 or exists (select 1 from privacy_guardian g where g.open_key = p.id)) as child,
              ${ONLY_ENTERED} as onlyEntered
         from person p where p.id in (?, ?)`,
      [fromId, intoId],
    );
    const conflicts: MergeConflict[] = [];
    if (people.some(({ leaving }) => Number(leaving) === 1))
      conflicts.push({
        kind: 'privacy.leaving',
        words: '其中一个人正在等着注销账号。请先问问本人，要留下的，让本人取消注销，再合并。',
      });
    const children = people.filter(({ child }) => Number(child) === 1).length;
    const grown = people.some(({ child, onlyEntered }) => Number(child) === 0 && Number(onlyEntered) === 0);
    if (children > 0 && grown)
      conflicts.push({
        kind: 'privacy.one_child',
        words: '其中一个人未满 14 周岁，要监护人同意，另一个不是，不能合并。请先核对是不是同一个人。',
      });
    return conflicts;
  }

  /** What `from` asked for while the two became one is the survivor's wish, unless that one asked as well. */
  async move(tx: EntityManager, fromId: string, intoId: string, now: Date): Promise<Moved[]> {
    await tx.query('update ignore privacy_erasure set open_key = ? where open_key = ?', [intoId, fromId]);
    await tx.query(
      `update privacy_erasure set state = 'cancelled', ended_at = ?, next_try_at = null, open_key = null
        where open_key = ?`,
      [now, fromId],
    );
    await tx.query('delete from privacy_export where person_id = ?', [fromId]);
    const [guarded] = await tx.query<unknown[]>('select 1 from privacy_guardian where open_key = ?', [
      intoId,
    ]);
    if (guarded !== undefined)
      await tx.query('update privacy_guardian set withdrawn_at = ?, open_key = null where open_key = ?', [
        now,
        fromId,
      ]);
    await tx.query('update privacy_guardian set open_key = ? where open_key = ?', [intoId, fromId]);
    await tx.query('update privacy_guardian set person_id = ? where person_id = ?', [intoId, fromId]);
    // A child stays one whichever of the two goes on, and goes on waiting unless a guardian of either has agreed.
    const [from] = await tx.query<{ awaits: number }[]>(
      'select awaits_guardian as awaits from person where id = ?',
      [fromId],
    );
    await tx.query(
      `update person set awaits_guardian = (awaits_guardian or ?)
         and not exists (select 1 from privacy_guardian g where g.open_key = ?) where id = ?`,
      [Number(from?.awaits ?? 0), intoId, intoId],
    );
    await tx.query('update person set awaits_guardian = 0 where id = ?', [fromId]);
    await tx.query('update privacy_erasure set person_id = ? where person_id = ?', [intoId, fromId]);
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      'update privacy_consent set person_id = ? where person_id = ?',
      [intoId, fromId],
    );
    await keepNewestWord(tx, intoId);
    return affectedRows === 0 ? [] : [{ kind: 'privacy.consent', title: '同意记录', count: affectedRows }];
  }

  private async guardiansOf(read: Reading, personId: string): Promise<ExportItem[]> {
    const guardians = await read<{ relation: GuardianRelation; sealedPhone: string; givenAt: Date }>(
      `select relation, sealed_phone as sealedPhone, given_at as givenAt
         from privacy_guardian where person_id = ? order by given_at`,
      [personId],
    );
    // The guardian's number is the guardian's, so it is not whole here.
    return guardians.map(({ relation, sealedPhone, givenAt }) => ({
      关系: GUARDIAN_RELATION_LABELS[relation],
      手机号: this.cipher.decrypt(sealedPhone).replace(/^(\d{3})\d{4}/, '$1****'),
      时间: givenAt,
    }));
  }
}

async function consentsOf(read: Reading, personId: string): Promise<ExportItem[]> {
  const consents = await read<{
    kind: ConsentKind;
    given: number;
    version: string | null;
    age: Age | null;
    at: Date;
  }>(`select kind, given, version, age, at from privacy_consent where person_id = ? order by at, id`, [
    personId,
  ]);
  return consents.map(({ kind, given, version, age, at }) => ({
    什么: KIND_LABELS[kind],
    答复: Number(given) === 1 ? '同意' : '不同意',
    版本: version === null ? null : noticeVersionWords(version),
    年龄: age === null ? null : AGE_LABELS[age],
    时间: at,
  }));
}

/**
 * An entry the community made of somebody who has never come themselves: nobody signs in as it, it has said nothing about how
 * old it is, and it holds no office. It may be the child's that came.
 */
const ONLY_ENTERED = `(not exists (select 1 from person_login l where l.person_id = p.id)
  and not exists (select 1 from session s where s.person_id = p.id)
  and not exists (select 1 from privacy_consent c where c.person_id = p.id)
  and not exists (select 1 from appointment a where a.person_id = p.id))`;

/** What either of them said last about the notice holds for both. */
async function keepNewestWord(tx: EntityManager, personId: string): Promise<void> {
  const [last] = await tx.query<{ version: string | null }[]>(
    `select if(given = 1, version, null) as version from privacy_consent
      where person_id = ? and kind = 'notice' order by at desc, id desc limit 1`,
    [personId],
  );
  if (last !== undefined)
    await tx.query('update person set notice_version = ? where id = ?', [last.version, personId]);
}
