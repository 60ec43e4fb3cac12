import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { type GoneOwner, OwnerRegister } from '../home/index.js';
import { HouseholdTimeline } from './household.timeline.js';
import { HouseholdMember } from './household-member.entity.js';

const REASON = '业主名册里这户的产权人有变更，还是业主的请重新认领';

/** Whoever the register has as an owner no more is none among those who belong to the home either, from the same moment on. */
@Injectable()
export class HouseholdSales {
  constructor(
    register: OwnerRegister,
    private readonly timeline: HouseholdTimeline,
  ) {
    register.whenGone((tx, gone, at) => this.end(tx, gone, at));
  }

  private async end(tx: EntityManager, { homeId, personId }: GoneOwner, at: Date): Promise<void> {
    const members = tx.getRepository(HouseholdMember);
    const member = await members.findOne({
      where: { homeId, personId, relation: 'owner', state: 'confirmed' },
      lock: { mode: 'pessimistic_write' },
    });
    if (member === null) return;
    Object.assign(member, { state: 'ended', openKey: null, reason: REASON, toAt: at });
    await members.save(member);
    await this.timeline.append(tx, {
      ...{ id: newId(at), member, actor: null, action: 'end', at, reason: REASON },
      requestHash: requestHash({ id: member.id, gone: at }),
    });
    await this.timeline.tell(tx, 'ended', member, null, at);
  }
}
