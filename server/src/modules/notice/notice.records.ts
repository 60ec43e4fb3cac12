import { NOTICE_ACTION_LABELS, NOTICE_KIND_LABELS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { type KeptRows, OF_OFFICE, RowKeeper, WHILE_HERE } from '../identity/index.js';

/** Which notices somebody wrote, decided about and read. */
@Injectable()
export class NoticeRecords extends RowKeeper {
  readonly name = 'notice';
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'notice.read', title: '看过的通知', keptFor: WHILE_HERE, basis: '让社区知道有多少人看过' },
      ...{
        table: 'notice_read',
        column: 'person_id',
        oncePer: 'notice_id',
        earliest: ['at'],
        goes: true,
      },
      items: '(select n.title from notice n where n.id = notice_read.notice_id) as 通知, at as 时间',
      order: 'notice_id',
    },
    {
      ...{ kind: 'notice.written', title: '写的通知', ...OF_OFFICE },
      ...{ table: 'notice', column: 'written_by_id', name: 'written_by_name' },
      ...{ items: 'kind as 类型, title as 标题, written_at as 时间', order: 'written_at, id' },
      labels: { 类型: NOTICE_KIND_LABELS },
    },
    {
      ...{ kind: 'notice.action', title: '对通知做的事', ...OF_OFFICE },
      ...{ table: 'notice_action', column: 'actor_person_id', name: 'actor_name' },
      items:
        '(select n.title from notice n where n.id = notice_action.notice_id) as 通知, action as 动作, at as 时间',
      order: 'id',
      labels: { 动作: NOTICE_ACTION_LABELS },
    },
  ];
}
