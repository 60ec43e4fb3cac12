import { AUDIT_ACTIONS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ERASED_NAME, type ErasedFiles, type KeptRows, type Moved, RowKeeper } from '../identity/index.js';

const KEPT = { keptFor: '三年，注销后不带姓名', basis: '法律要求留下谁看过、改过个人信息的记录' };

/**
 * What stands in the audit about them and by them. Its entries are sealed and never change hands: whoever looks for a
 * survivor finds what the other did as well. Names lie outside the seals and go.
 */
@Injectable()
export class AuditRecords extends RowKeeper {
  readonly name = 'audit';
  protected override readonly besides = ['audit_entry.subject_label'];
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'audit.about', title: '别人看过、改过您信息的记录', ...KEPT },
      ...{ table: 'audit_entry', column: 'about_person_id' },
      ...{ items: 'action as 动作, at as 时间', order: 'id', labels: { 动作: AUDIT_ACTIONS } },
    },
    {
      ...{ kind: 'audit.by', title: '您的操作记录', ...KEPT },
      ...{ table: 'audit_entry', column: 'actor_id', name: 'actor_name' },
      ...{ items: 'action as 动作, at as 时间', order: 'id', labels: { 动作: AUDIT_ACTIONS } },
    },
  ];

  /** A label beside an entry about a person is their name, or what the thing was called that was theirs. */
  override async erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    await tx.query(
      "update audit_entry set subject_label = ? where about_person_id = ? and subject_type = 'person'",
      [ERASED_NAME, personId],
    );
    return super.erase(tx, personId, now);
  }

  override async move(): Promise<Moved[]> {
    return [];
  }
}
