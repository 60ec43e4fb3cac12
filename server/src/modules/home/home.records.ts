import { HOME_CHANGE_LABELS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ErasedFiles, type KeptRows, OF_OFFICE, RowKeeper } from '../identity/index.js';

/**
 * Which lines of the owner register were found to be theirs, and who handed homes over or read files in. The register itself
 * is the community's: it names owners who never came here, and goes on naming one who left.
 */
@Injectable()
export class HomeRecords extends RowKeeper {
  readonly name = 'home';
  protected override readonly besides = [
    'home_owner.name',
    'home_owner.phone_index',
    'home_owner.sealed_phone',
    'home_import.confirmed_by_id',
  ];
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{
        kind: 'home.owner',
        title: '业主名册里和您对上的登记',
        keptFor: '名册由社区保管；注销后不再和您的账号相连',
      },
      ...{ basis: '您说自己是业主，名册里对上了', table: 'home_owner', column: 'person_id' },
      items: `name as 姓名, concat_ws('/', share_numerator, share_denominator) as 份额, from_at as 开始, to_at as 结束,
        (select concat_ws(' ', e.name, b.name, d.name, h.room) from home h left join estate e on e.id = h.estate_id
           left join area b on b.id = h.building_id left join area d on d.id = h.entrance_id where h.id = home_owner.home_id) as 房屋`,
      order: 'from_at, id',
    },
    {
      ...{ kind: 'home.change', title: '改过的房屋和业主登记', ...OF_OFFICE },
      ...{ table: 'home_action', column: 'actor_person_id', name: 'actor_name' },
      ...{ items: 'action as 动作, at as 时间', order: 'id' },
      labels: { 动作: HOME_CHANGE_LABELS },
    },
    {
      ...{ kind: 'home.import', title: '导入过的房屋表', ...OF_OFFICE },
      ...{ table: 'home_import', column: 'sent_by_id', name: 'sent_by_name' },
      ...{ items: 'sent_at as 时间, file_name as 文件, row_count as 行数', order: 'sent_at, id' },
    },
  ];

  override async erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    await tx.query('update home_owner set person_id = null where person_id = ?', [personId]);
    return super.erase(tx, personId, now);
  }
}
