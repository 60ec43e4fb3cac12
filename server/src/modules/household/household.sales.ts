import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { type LinkedOwner, OwnerRegister, plainName } from '../home/index.js';
import { HouseholdTimeline } from './household.timeline.js';
import { HouseholdMember } from './household-member.entity.js';

const REASON = '业主名册里这户的产权人有变更，还是业主的请重新认领';
const RENUMBERED = '业主名册里的电话改了，和认领时写的姓名对不上，要重新确认';

/** Whoever the register has as an owner no more is none among those who belong to the home either, from the same moment on. */
@Injectable()
export class HouseholdSales {
  constructor(
    register: OwnerRegister,
    private readonly timeline: HouseholdTimeline,
  ) {
    register.whenGone((tx, gone, at) => this.end(tx, gone, at));
    register.whenRenumbered((tx, known, at) => this.note(tx, known, at));
  }

  /** Who was confirmed by somebody, or says the name of the line, stays. Who got in by the number alone waits to be confirmed again. */
  private async note(tx: EntityManager, known: LinkedOwner & { name: string }, at: Date): Promise<boolean> {
    const member = await this.ownerAmong(tx, known);
    if (member === null) return false;
    const byPeople = member.confirmedWay === 'captain' || member.confirmedWay === 'staff';
    const stays = byPeople || plainName(member.name) === plainName(known.name);
    if (!stays) {
      Object.assign(member, { state: 'claimed', confirmedWay: null, fromAt: null });
      await tx.getRepository(HouseholdMember).save(member);
    }
    await this.timeline.append(tx, {
      ...{ id: newId(at), member, actor: null, action: 'renumber', at, reason: stays ? null : RENUMBERED },
      requestHash: requestHash({ id: member.id, renumbered: at }),
    });
    if (!stays) await this.timeline.tell(tx, 'claimed', member, null, at);
    return stays;
  }

  private ownerAmong(tx: EntityManager, { homeId, personId }: LinkedOwner): Promise<HouseholdMember | null> {
    return tx.getRepository(HouseholdMember).findOne({
      where: { homeId, personId, relation: 'owner', state: 'confirmed' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async end(tx: EntityManager, gone: LinkedOwner, at: Date): Promise<void> {
    const member = await this.ownerAmong(tx, gone);
    if (member === null) return;
    Object.assign(member, { state: 'ended', openKey: null, reason: REASON, toAt: at });
    await tx.getRepository(HouseholdMember).save(member);
    await this.timeline.append(tx, {
      ...{ id: newId(at), member, actor: null, action: 'end', at, reason: REASON },
      requestHash: requestHash({ id: member.id, gone: at }),
    });
    await this.timeline.tell(tx, 'ended', member, null, at);
  }
}
