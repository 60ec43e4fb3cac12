import { ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { type KeptRows, type MergeConflict, PersonRecords, RowKeeper } from '../identity/index.js';
import { StaffRecords } from './staff.records.js';
import { mustStayApart, overlap } from './staff.rules.js';

/** Says which offices one person cannot hold together. That something was asked once stays under who asked it. */
@Injectable()
export class StaffKeeper extends RowKeeper {
  readonly name = 'staff';
  protected override readonly besides = ['staff_act.actor_person_id'];
  protected readonly kept: readonly KeptRows[] = [];

  constructor(
    records: PersonRecords,
    private readonly appointments: StaffRecords,
    private readonly clock: Clock,
  ) {
    super(records);
  }

  override async conflicts(tx: EntityManager, fromId: string, intoId: string): Promise<MergeConflict[]> {
    const now = this.clock.now();
    const [from, into] = [
      await this.appointments.ofPerson(tx, fromId, now),
      await this.appointments.ofPerson(tx, intoId, now),
    ];
    const conflicts: MergeConflict[] = [];
    for (const one of from)
      for (const other of into) {
        if (mustStayApart(one.role, other.role))
          conflicts.push({ kind: 'staff.apart', words: apartWords(one.role, other.role) });
        const same =
          one.role === other.role &&
          one.areaId === other.areaId &&
          one.estateId === other.estateId &&
          one.organisationId === other.organisationId;
        if (same && overlap(one, other))
          conflicts.push({
            kind: 'staff.twice',
            words: `两个人在同一个地方都是${ROLE_LABELS[one.role]}。请先结束其中一个任职，再合并。`,
          });
      }
    return conflicts;
  }
}

function apartWords(one: Role, other: Role): string {
  return `一个人是${ROLE_LABELS[one]}，另一个是${ROLE_LABELS[other]}，这两个职务不能由一个人担任。请先结束其中一个任职，再合并。`;
}
