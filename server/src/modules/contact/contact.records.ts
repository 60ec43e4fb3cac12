import { Injectable } from '@nestjs/common';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import type { Reading } from '../area/index.js';
import {
  type ExportItem,
  type ExportPart,
  type KeptRows,
  OF_OFFICE,
  PersonRecords,
  RowKeeper,
  WHILE_HERE,
} from '../identity/index.js';

/** The number somebody lets residents call, and who set the community's own. */
@Injectable()
export class ContactRecords extends RowKeeper {
  readonly name = 'contact';
  protected override readonly besides = ['work_card.sealed_phone'];
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'contact.work_card', title: '同意给居民拨打的号码', keptFor: WHILE_HERE },
      ...{ basis: '您同意居民打这个号码找您', table: 'work_card', column: 'person_id', oncePer: 'person_id' },
      ...{ items: 'sealed_phone as 号码, agreed_at as 同意时间', order: 'changed_at', goes: true },
    },
    {
      ...{ kind: 'contact.duty_phone', title: '改过的社区值班电话', ...OF_OFFICE },
      ...{
        table: 'duty_phone',
        column: 'changed_by',
        items: 'changed_at as 时间',
        order: 'changed_at, community_id',
      },
    },
  ];

  constructor(
    records: PersonRecords,
    private readonly cipher: DataCipher,
  ) {
    super(records);
  }

  override export(read: Reading, personId: string): ExportPart[] {
    return super.export(read, personId).map((part) => ({ ...part, pages: this.unsealed(part) }));
  }

  private async *unsealed({ pages }: ExportPart): AsyncGenerator<ExportItem[]> {
    for await (const items of pages)
      yield items.map((item) =>
        typeof item.号码 === 'string' ? { ...item, 号码: this.cipher.decrypt(item.号码) } : item,
      );
  }
}
