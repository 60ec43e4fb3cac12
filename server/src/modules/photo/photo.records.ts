import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ErasedFiles, type KeptRows, RowKeeper } from '../identity/index.js';
import { PHOTO_VARIANTS, photoFile } from './photo.storage.js';

/** Pictures they took. What shows a case stays with the case; what was never sent goes. */
@Injectable()
export class PhotoRecords extends RowKeeper {
  readonly name = 'photo';
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{
        kind: 'photo.taken',
        title: '上传的照片',
        keptFor: '跟着事情长期保存，注销后不带姓名；没用上的几天后删除',
      },
      ...{ basis: '让人看清是什么事', table: 'photo', column: 'owner_person_id' },
      ...{
        items: "created_at as 上传时间, if(claimed_by_id is null, '否', '是') as 用上了",
        order: 'id',
      },
    },
  ];

  override async erase(tx: EntityManager, personId: string): Promise<ErasedFiles> {
    const unused = await tx.query<{ id: string; requestHash: string }[]>(
      `select id, request_hash as requestHash from photo
        where owner_person_id = ? and claimed_by_id is null for update`,
      [personId],
    );
    // The rows stay until the sweep has seen to it that no file is left.
    return unused.flatMap((photo) => PHOTO_VARIANTS.map((variant) => photoFile(photo, variant)));
  }
}
