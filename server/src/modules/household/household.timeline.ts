import type { MemberTimelineAction } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Outbox, type OwedEvent } from '../../platform/events/outbox.js';
import type { HouseholdMember } from './household-member.entity.js';
import { HouseholdMemberAction } from './household-member-action.entity.js';

/** Under this name the timeline keeps what happened by itself. */
const SYSTEM_NAME = '系统';

export interface NewMemberAction {
  id: string;
  member: HouseholdMember;
  /** Null: it happened by itself. */
  actor: SignedInActor | null;
  action: MemberTimelineAction;
  at: Date;
  reason: string | null;
  requestHash: string;
}

/** What others have to hear of a membership. */
export type MemberEvent = 'claimed' | 'confirmed' | 'refused' | 'withdrawn' | 'ended';

/** One of these, of whom, by whom and when. */
export interface MemberTelling {
  event: MemberEvent;
  member: HouseholdMember;
  /** Null: it happened by itself. */
  actorId: string | null;
  at: Date;
}

/** The append-only record of one membership, and the event it owes. */
@Injectable()
export class HouseholdTimeline {
  constructor(private readonly outbox: Outbox) {}

  /** The caller holds the membership's lock or has just made it. */
  async append(tx: EntityManager, entry: NewMemberAction): Promise<void> {
    const timeline = tx.getRepository(HouseholdMemberAction);
    const seq = (await timeline.countBy({ memberId: entry.member.id })) + 1;
    await timeline.insert(rowOf(entry, seq));
  }

  /** All that ever happened to memberships which the caller has just made, in its order. */
  async appendToNew(tx: EntityManager, entries: readonly NewMemberAction[]): Promise<void> {
    const many = new Map<string, number>();
    const rows = entries.map((entry) => {
      const seq = (many.get(entry.member.id) ?? 0) + 1;
      many.set(entry.member.id, seq);
      return rowOf(entry, seq);
    });
    await tx
      .createQueryBuilder()
      .insert()
      .into(HouseholdMemberAction)
      .values(rows)
      .updateEntity(false)
      .execute();
  }

  tell(
    tx: EntityManager,
    event: MemberEvent,
    member: HouseholdMember,
    actorId: string | null,
    at: Date,
  ): Promise<void> {
    return this.outbox.append(tx, owed({ event, member, actorId, at }));
  }

  /** What was told long ago of memberships which the caller has just made, in its order. */
  toldLongAgo(tx: EntityManager, told: readonly MemberTelling[], now: Date): Promise<void> {
    return this.outbox.appendPast(tx, told.map(owed), now);
  }

  find(tx: EntityManager, id: string): Promise<HouseholdMemberAction | null> {
    return tx.getRepository(HouseholdMemberAction).findOneBy({ id });
  }
}

function owed({ event, member, actorId, at }: MemberTelling): OwedEvent {
  const { id, communityId, gridId, estateId, buildingId } = member;
  return {
    ...{ type: `household.${event}`, subjectType: 'household_member', subjectId: id, communityId, at },
    data: { actorId, gridId, estateId, buildingId },
  };
}

function rowOf(entry: NewMemberAction, seq: number): HouseholdMemberAction {
  const { id, member, actor, action, at, reason, requestHash } = entry;
  return {
    ...{ id, memberId: member.id, seq, action, at, reason, requestHash },
    actorPersonId: actor?.personId ?? null,
    actorName: actor?.name ?? SYSTEM_NAME,
  };
}
