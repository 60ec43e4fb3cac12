import { Injectable } from '@nestjs/common';
import { type KeptRows, RowKeeper } from '../identity/index.js';

/** Whose words and pictures were checked. The words stand where they were written; who let them through stays as it was. */
@Injectable()
export class ContentRecords extends RowKeeper {
  readonly name = 'content';
  protected override readonly besides = ['content_piece.let_through_by'];
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'content.piece', title: '发布前检查过的文字和照片', keptFor: '长期保存，注销后不带姓名' },
      ...{ basis: '别人看到之前，要先看有没有不合适的内容', table: 'content_piece', column: 'author_id' },
      ...{ items: 'kind as 类型, verdict as 结果, let_through_at as 通过时间', order: 'id' },
      labels: {
        类型: { text: '文字', image: '照片' },
        结果: { pending: '检查中', pass: '没有问题', review: '由人来看', risky: '可能不合适' },
      },
    },
  ];
}
