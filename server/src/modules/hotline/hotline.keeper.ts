import { HOTLINE_TIMELINE_LABELS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ERASED_NAME,
  type ErasedFiles,
  type KeptRows,
  type Moved,
  OF_OFFICE,
  RowKeeper,
} from '../identity/index.js';

/** Orders by whoever entered, answered or worked on one: each of them stands in its timeline. */
const WORKED_ON = `hotline_order o join (select distinct order_id from hotline_action where actor_person_id = ?) a
  on a.order_id = o.incident_id`;

/** What officials did for the city hotline. Its callers have no account: what the city tells of them is the city's. */
@Injectable()
export class HotlinePersonRecords extends RowKeeper {
  readonly name = 'hotline';
  protected override readonly besides = [
    'hotline_order.caller_name',
    'hotline_order.sealed_phone',
    'hotline_order.entered_by_id',
    'hotline_order.replied_by_id',
    'hotline_order.replied_by_name',
  ];
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'hotline.action', title: '办 12345 工单的每一步', ...OF_OFFICE },
      ...{ table: 'hotline_action', column: 'actor_person_id', name: 'actor_name' },
      items: `(select o.outside_number from hotline_order o where o.incident_id = hotline_action.order_id) as 编号,
        action as 动作, at as 时间`,
      order: 'id',
      labels: { 动作: HOTLINE_TIMELINE_LABELS },
    },
    {
      ...{ kind: 'hotline.import', title: '导入的 12345 工单表', ...OF_OFFICE },
      ...{ table: 'hotline_import', column: 'imported_by_id' },
      ...{ items: 'imported_at as 时间, row_count as 行数', order: 'imported_at, id' },
    },
  ];

  override async erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    await tx.query(`update ${WORKED_ON} set o.replied_by_name = ? where o.replied_by_id = ?`, [
      personId,
      ERASED_NAME,
      personId,
    ]);
    return super.erase(tx, personId, now);
  }

  override async move(tx: EntityManager, fromId: string, intoId: string, now: Date): Promise<Moved[]> {
    // Before the timelines, by which these orders are found.
    for (const column of ['replied_by_id', 'entered_by_id'])
      await tx.query(`update ${WORKED_ON} set o.${column} = ? where o.${column} = ?`, [
        fromId,
        intoId,
        fromId,
      ]);
    return super.move(tx, fromId, intoId, now);
  }
}
