import {
  HOME_RELATION_LABELS,
  MEMBER_STATE_LABELS,
  MEMBER_TIMELINE_LABELS,
  type MemberState,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type ErasedFiles,
  type KeptRows,
  type MergeConflict,
  type Moved,
  OF_COURSE,
  RowKeeper,
  WHILE_HERE,
} from '../identity/index.js';
import { closeByItself, mergeMemberships, sharedHomes } from './household.merging.js';

const LEFT = '本人注销了账号';

/** Which homes they say are theirs, and what they did about other people's. */
@Injectable()
export class HouseholdRecords extends RowKeeper {
  readonly name = 'household';
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'household.member', title: '认领的房屋', keptFor: '长期保存，注销后不带姓名' },
      ...{
        basis: '您说住在这里，社区据此确认',
        table: 'household_member',
        column: 'person_id',
        name: 'name',
      },
      items: `home_label as 房屋, name as 姓名, relation as 身份, if(lives_here = 1, '是', '否') as 住在这里, state as 状态,
        reason as 说明, claimed_at as 认领时间, from_at as 开始, to_at as 结束`,
      order: 'claimed_at, id',
      labels: { 身份: HOME_RELATION_LABELS, 状态: MEMBER_STATE_LABELS },
    },
    {
      ...{ kind: 'household.action', title: '认领和确认房屋的每一步', ...OF_COURSE },
      ...{ table: 'household_member_action', column: 'actor_person_id', name: 'actor_name' },
      // Why somebody else was refused or let go is about them.
      items: `action as 动作, at as 时间, if((select m.person_id from household_member m
        where m.id = household_member_action.member_id) = actor_person_id, reason, null) as 说明`,
      order: 'id',
      labels: { 动作: MEMBER_TIMELINE_LABELS },
    },
    {
      ...{ kind: 'household.quota', title: '每天认领的次数', keptFor: WHILE_HERE, basis: '防止乱认领' },
      ...{ table: 'home_claim_quota', column: 'person_id', oncePer: 'day', goes: true },
      ...{ items: 'day as 日期, claims as 次数', order: 'day' },
    },
  ];

  /** Nobody lives anywhere under no name: what was open is over, by the day they left. */
  override async erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    const open = await tx.query<{ id: string; state: MemberState }[]>(
      'select id, state from household_member where person_id = ? and open_key is not null order by id for update',
      [personId],
    );
    for (const one of open) await closeByItself(tx, one, LEFT, now);
    return super.erase(tx, personId, now);
  }

  override async conflicts(tx: EntityManager, fromId: string, intoId: string): Promise<MergeConflict[]> {
    const shared = await sharedHomes(tx, fromId, intoId);
    return shared
      .filter(({ from, into }) => from.relation !== into.relation)
      .map(({ homeLabel, from, into }) => ({
        kind: 'household.two_relations',
        words:
          `两个人在${homeLabel}的登记不一样：一个是${HOME_RELATION_LABELS[from.relation]}，` +
          `一个是${HOME_RELATION_LABELS[into.relation]}。请先请出其中一个，再合并。`,
      }));
  }

  override async move(tx: EntityManager, fromId: string, intoId: string, now: Date): Promise<Moved[]> {
    await mergeMemberships(tx, fromId, intoId, now);
    return super.move(tx, fromId, intoId, now);
  }
}
