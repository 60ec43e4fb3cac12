import { AUDIT_ACTIONS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Reading } from '../area/index.js';
import {
  ERASED_NAME,
  type ErasedFiles,
  type ExportItem,
  type ExportPart,
  type Holding,
  type KeptRows,
  type Moved,
  pagesOf,
  RowKeeper,
} from '../identity/index.js';

const KEPT = { keptFor: '三年，注销后不带姓名', basis: '法律要求留下谁看过、改过个人信息的记录' };
/** A label beside one of these is the name of the person it is about, or what they sign in by. */
const CALLED_BY_NAME = ['person', 'appointment', 'account'];

/**
 * What stands in the audit about them and by them. Its entries are sealed and never change hands: what stands under whoever was
 * merged into somebody is that somebody's too. Names lie outside the seals and go.
 */
@Injectable()
export class AuditRecords extends RowKeeper {
  readonly name = 'audit';
  protected override readonly besides = ['audit_entry.subject_label'];
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'audit.about', title: '别人看过、改过您信息的记录', ...KEPT },
      ...{ table: 'audit_entry', column: 'about_person_id' },
      // What they did to what is theirs stands under what they did.
      only: '(actor_id is null or actor_id <> about_person_id)',
      ...{ items: 'action as 动作, at as 时间', order: 'id', labels: { 动作: AUDIT_ACTIONS } },
    },
    {
      ...{ kind: 'audit.by', title: '您的操作记录', ...KEPT },
      ...{ table: 'audit_entry', column: 'actor_id', name: 'actor_name' },
      ...{ items: 'action as 动作, at as 时间', order: 'id', labels: { 动作: AUDIT_ACTIONS } },
    },
  ];

  override async holdings(read: Reading, personId: string): Promise<Holding[]> {
    const all = new Map<string, Holding>();
    for (const id of await everyOneOf(read, personId))
      for (const holding of await super.holdings(read, id))
        all.set(holding.kind, { ...holding, count: holding.count + (all.get(holding.kind)?.count ?? 0) });
    return [...all.values()];
  }

  override export(read: Reading, personId: string): ExportPart[] {
    return this.kept.map((rows) => ({
      kind: rows.kind,
      title: rows.title,
      pages: pagesOfEveryOne(read, rows, personId),
    }));
  }

  override async erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    for (const id of await everyOneOf((sql, parameters) => tx.query(sql, parameters), personId)) {
      await tx.query(
        'update audit_entry set subject_label = ? where about_person_id = ? and subject_type in (?)',
        [ERASED_NAME, id, CALLED_BY_NAME],
      );
      await super.erase(tx, id, now);
    }
    return [];
  }

  override async move(): Promise<Moved[]> {
    return [];
  }
}

/** They themselves first, then whoever was merged into them. */
async function everyOneOf(read: Reading, personId: string): Promise<string[]> {
  const merged = await read<{ id: string }>('select id from person where merged_into_id = ? order by id', [
    personId,
  ]);
  return [personId, ...merged.map(({ id }) => id)];
}

async function* pagesOfEveryOne(
  read: Reading,
  rows: KeptRows,
  personId: string,
): AsyncGenerator<ExportItem[]> {
  for (const id of await everyOneOf(read, personId)) yield* pagesOf(read, rows, id);
}
