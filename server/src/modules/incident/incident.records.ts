import {
  INCIDENT_STATE_LABELS,
  INCIDENT_TIMELINE_LABELS,
  OPEN_INCIDENT_STATES,
  TASK_TIMELINE_LABELS,
} from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type ErasedFiles,
  type KeptRows,
  type MergeConflict,
  type Moved,
  OF_COURSE,
  OF_OFFICE,
  RowKeeper,
  WHILE_HERE,
} from '../identity/index.js';
import { eraseInTimelines, moveInTimelines } from './incident.renaming.js';

const CASE = `number as 编号, description as 说的事, place_label as 地点, place_note as 位置补充, lng as 经度, lat as 纬度,
  state as 状态, rating as 打分, reported_at as 报上时间, closed_at as 办结时间`;

/** What they reported, handled, did and follow. A case goes its course without whoever reported it. */
@Injectable()
export class IncidentRecords extends RowKeeper {
  readonly name = 'incident';
  protected override readonly besides = [
    'incident.resolver_id',
    'incident.hold_requested_by',
    'incident.entered_by_id',
    'incident.entered_by_name',
    'incident_action.from_person_id',
    'incident_action.to_person_id',
  ];
  protected readonly kept: readonly KeptRows[] = [
    {
      ...{ kind: 'incident.reported', title: '报过的事', ...OF_COURSE },
      ...{ table: 'incident', column: 'reporter_id', name: 'reporter_name' },
      ...{ items: CASE, order: 'reported_at, id', labels: { 状态: INCIDENT_STATE_LABELS } },
    },
    {
      ...{ kind: 'incident.handled', title: '经手的事', ...OF_OFFICE },
      ...{ table: 'incident', column: 'handler_id', name: 'handler_name' },
      ...{ items: 'number as 编号, state as 状态, reported_at as 报上时间', order: 'reported_at, id' },
      labels: { 状态: INCIDENT_STATE_LABELS },
    },
    {
      ...{ kind: 'incident.action', title: '在事情里说的、做的每一步', ...OF_COURSE },
      ...{ table: 'incident_action', column: 'actor_person_id', name: 'actor_name' },
      // What they wrote of their own case is theirs; of others' cases it is the office's, and tells of others.
      items: `(select i.number from incident i where i.id = incident_action.incident_id) as 编号, action as 动作,
        if((select i.reporter_id from incident i where i.id = incident_action.incident_id) = actor_person_id, note, null) as 说明,
        at as 时间`,
      order: 'id',
      labels: { 动作: INCIDENT_TIMELINE_LABELS },
    },
    {
      ...{ kind: 'incident.task_action', title: '在帮办、联办里的每一步', ...OF_OFFICE },
      ...{ table: 'task_action', column: 'actor_person_id', name: 'actor_name' },
      items: `(select i.number from task t join incident i on i.id = t.incident_id where t.id = task_action.task_id) as 编号,
        action as 动作, at as 时间`,
      order: 'id',
      labels: { 动作: TASK_TIMELINE_LABELS },
    },
    {
      ...{ kind: 'incident.follow', title: '关注的事', keptFor: WHILE_HERE, basis: '有进展时告诉您' },
      ...{
        table: 'incident_follower',
        column: 'person_id',
        oncePer: 'incident_id',
        earliest: ['followed_at'],
      },
      items:
        '(select i.number from incident i where i.id = incident_follower.incident_id) as 编号, followed_at as 时间',
      ...{ order: 'followed_at, incident_id', goes: true },
    },
  ];

  override async obstacles(tx: EntityManager, personId: string): Promise<string[]> {
    const many = (await this.inHand(tx, personId)).length;
    return many === 0 ? [] : [`您手上还有 ${many} 件没办完的事，请先交给别人办。`];
  }

  override async erase(tx: EntityManager, personId: string, now: Date): Promise<ErasedFiles> {
    // Before the names in the timelines go, by which the cases are found.
    await eraseInTimelines(tx, personId);
    return super.erase(tx, personId, now);
  }

  override async conflicts(tx: EntityManager, fromId: string, intoId: string): Promise<MergeConflict[]> {
    const [from, into] = [await this.inHand(tx, fromId), await this.inHand(tx, intoId)];
    const conflicts: MergeConflict[] = [];
    if (from.length > 0 && into.length > 0)
      conflicts.push({
        kind: 'incident.both_in_hand',
        words: `两个人手上都有没办完的事（${from.length} 件和 ${into.length} 件）。请先把其中一个人的交给别人办，再合并。`,
      });
    const own = [
      ...from.filter(({ reporterId }) => reporterId === intoId),
      ...into.filter(({ reporterId }) => reporterId === fromId),
    ];
    if (own.length > 0)
      conflicts.push({
        kind: 'incident.own_case',
        words: `其中一个人正在办另一个人报的事（${own.map(({ number }) => number).join('、')}）。请先换个人办，再合并。`,
      });
    return conflicts;
  }

  override async move(tx: EntityManager, fromId: string, intoId: string, now: Date): Promise<Moved[]> {
    await moveInTimelines(tx, fromId, intoId);
    return super.move(tx, fromId, intoId, now);
  }

  private inHand(tx: EntityManager, personId: string): Promise<{ number: string; reporterId: string }[]> {
    return tx.query(
      `select number, reporter_id as reporterId from incident where handler_id = ? and state in (?) order by id for update`,
      [personId, OPEN_INCIDENT_STATES],
    );
  }
}
