import type { MemberAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { doneBefore, withIdsUsedOnce } from '../../platform/idempotency/sent-before.js';
import { OwnerRegister } from '../home/index.js';
import { PeopleService } from '../identity/index.js';
import type { ChangeLivingDto, MemberActionDto, MemberReasonDto } from './dto/household-write.dto.js';
import { memberNotFound } from './household.errors.js';
import { type MemberStanding, memberMay, memberSeenBy } from './household.lifecycle.js';
import { close, confirmed } from './household.members.js';
import { standingOf } from './household.standing.js';
import { HouseholdTimeline, type MemberEvent } from './household.timeline.js';
import { HouseholdMember } from './household-member.entity.js';

interface Act {
  action: MemberAction;
  body: { actionId: string; reason?: string };
  /** What others hear of it; null when it is nobody else's business. */
  event: MemberEvent | null;
  change: (tx: EntityManager, member: HouseholdMember, standing: MemberStanding, now: Date) => Promise<void>;
}

/** What happens to a membership after it began: lock, decide, change, record, all or nothing; sent twice it is one. */
@Injectable()
export class HouseholdActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly register: OwnerRegister,
    private readonly people: PeopleService,
    private readonly timeline: HouseholdTimeline,
    private readonly audit: AuditTrail,
  ) {}

  confirm(actor: SignedInActor, id: string, body: MemberActionDto): Promise<HouseholdMember> {
    return this.act(actor, id, {
      ...{ action: 'confirm', body, event: 'confirmed' },
      change: async (tx, member, { staff }, now) => {
        confirmed(member, staff ? 'staff' : 'captain', now);
        await this.people.nameIfUnknown(tx, member.personId, member.name);
        if (staff && member.relation === 'owner') await this.linkByName(tx, member);
      },
    });
  }

  refuse(actor: SignedInActor, id: string, body: MemberReasonDto): Promise<HouseholdMember> {
    return this.act(actor, id, {
      ...{ action: 'refuse', body, event: 'refused' },
      change: async (_tx, member) => close(member, body.reason),
    });
  }

  withdraw(actor: SignedInActor, id: string, body: MemberActionDto): Promise<HouseholdMember> {
    return this.act(actor, id, {
      ...{ action: 'withdraw', body, event: 'withdrawn' },
      change: async (_tx, member) => close(member, null),
    });
  }

  changeLiving(actor: SignedInActor, id: string, body: ChangeLivingDto): Promise<HouseholdMember> {
    return this.act(actor, id, {
      ...{ action: 'change_living', body, event: null },
      change: async (_tx, member) => {
        member.livesHere = body.livesHere;
      },
    });
  }

  moveOut(actor: SignedInActor, id: string, body: MemberActionDto): Promise<HouseholdMember> {
    return this.act(actor, id, {
      ...{ action: 'move_out', body, event: 'ended' },
      change: (tx, member, _standing, now) => this.end(tx, member, null, now),
    });
  }

  letGo(actor: SignedInActor, id: string, body: MemberReasonDto): Promise<HouseholdMember> {
    return this.act(actor, id, {
      ...{ action: 'end', body, event: 'ended' },
      change: (tx, member, _standing, now) => this.end(tx, member, body.reason, now),
    });
  }

  private async act(
    actor: SignedInActor,
    id: string,
    { action, body, event, change }: Act,
  ): Promise<HouseholdMember> {
    if (!isUuidV7(id)) throw memberNotFound();
    const hash = requestHash({ id, action, ...body });
    return withIdsUsedOnce(() =>
      this.database.transaction(async (tx) => {
        const members = tx.getRepository(HouseholdMember);
        const member = await members.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
        if (member === null) throw memberNotFound();
        const standing = standingOf(
          actor,
          member,
          await this.register.isOwner(tx, actor.personId, member.homeId),
        );
        if (!memberSeenBy(member.state, standing)) throw memberNotFound();
        if (doneBefore(await this.timeline.find(tx, body.actionId), actor.personId, hash)) return member;
        const decision = memberMay(member, action, standing);
        if (!decision.ok) throw decision.problem;
        const now = this.clock.now();
        member.state = decision.to;
        await change(tx, member, standing, now);
        await this.timeline.append(tx, {
          ...{ id: body.actionId, member, actor, action, at: now, requestHash: hash },
          reason: body.reason ?? null,
        });
        await members.save(member);
        if (action === 'confirm' || action === 'refuse' || action === 'end')
          await this.audit.record(tx, auditOf(`household.${action}`, actor, member));
        if (event !== null) await this.timeline.tell(tx, event, member, actor.personId, now);
        return member;
      }),
    );
  }

  /**
   * Staff who confirm an owner of the register's very name say by that who it is; a captain's word makes a neighbour, and
   * no title.
   */
  private async linkByName(tx: EntityManager, member: HouseholdMember): Promise<void> {
    const owners = await this.register.ownersOf(tx, member.homeId);
    const [line, ...more] = owners.filter(
      ({ name, ownerKind, personId }) => ownerKind === 'person' && personId === null && name === member.name,
    );
    if (line !== undefined && more.length === 0) await this.register.linkPerson(tx, line.id, member.personId);
  }

  /** Whoever is no owner any more is none in the register either, until it is said who they are again. */
  private async end(
    tx: EntityManager,
    member: HouseholdMember,
    reason: string | null,
    now: Date,
  ): Promise<void> {
    close(member, reason);
    member.toAt = now;
    if (member.relation !== 'owner') return;
    for (const { id, personId } of await this.register.ownersOf(tx, member.homeId))
      if (personId === member.personId) await this.register.linkPerson(tx, id, null);
  }
}

/** What somebody did to somebody else's membership. */
export function auditOf<Action extends string>(
  action: Action,
  { personId, name }: SignedInActor,
  { id, homeId, homeLabel, communityId, personId: aboutPersonId }: AuditedMember,
) {
  return {
    ...{ action, actor: { personId, name }, aboutPersonId, communityId },
    subject: { type: 'household_member' as const, id, label: homeLabel },
    details: { homeId },
  };
}

type AuditedMember = Pick<HouseholdMember, 'id' | 'homeId' | 'homeLabel' | 'communityId' | 'personId'>;
