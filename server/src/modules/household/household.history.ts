import type { HomeRelation } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { type HomeRow, OwnerRegister } from '../home/index.js';
import { PeopleService } from '../identity/index.js';
import { memberMay } from './household.lifecycle.js';
import { close, confirmed, newMember } from './household.members.js';
import { standingOf } from './household.standing.js';
import { HouseholdTimeline, type NewMemberAction } from './household.timeline.js';
import { HouseholdMember } from './household-member.entity.js';

/** What somebody did to a membership long ago. */
export interface LivedMemberStep {
  action: 'confirm' | 'refuse' | 'move_out';
  by: SignedInActor;
  at: Date;
  reason?: string;
}

/** A membership from its claim to where it stands now. */
export interface LivedMembership {
  id: string;
  home: HomeRow;
  personId: string;
  name: string;
  relation: HomeRelation;
  livesHere: boolean;
  /** They themselves claim it; anybody else enters it for them. */
  begins: { by: SignedInActor; at: Date };
  steps: readonly LivedMemberStep[];
}

/**
 * Writes down many memberships at once that were lived through already, by the same life and the same proofs as one at a
 * time. Nobody is told of what was told long ago. One transaction; a step that may not be done breaks it off.
 */
@Injectable()
export class HouseholdHistory {
  constructor(
    private readonly register: OwnerRegister,
    private readonly people: PeopleService,
    private readonly timeline: HouseholdTimeline,
  ) {}

  async write(tx: EntityManager, lives: readonly LivedMembership[]): Promise<void> {
    const lines = await this.register.ownersOfHomes(tx, [...new Set(lives.map(({ home }) => home.id))]);
    const phones = await this.people.phoneIndexesOfAll(
      tx,
      lives.map(({ personId }) => personId),
    );
    const members: HouseholdMember[] = [];
    const entries: NewMemberAction[] = [];
    const links = new Map<string, string>();
    for (const life of lives) {
      const free = (lines.get(life.home.id) ?? []).filter(
        ({ id, personId, ownerKind }) => ownerKind === 'person' && personId === null && !links.has(id),
      );
      const theirs = phones.get(life.personId) ?? [];
      const line = free.find(({ phoneIndex }) => phoneIndex !== null && theirs.includes(phoneIndex));
      const [member, proved] = this.begin(life, line !== undefined, entries);
      if (proved && line !== undefined) links.set(line.id, life.personId);
      for (const step of life.steps) this.live(member, step, entries);
      members.push(member);
    }
    await tx
      .createQueryBuilder()
      .insert()
      .into(HouseholdMember)
      .values(members)
      .updateEntity(false)
      .execute();
    await this.timeline.appendToNew(tx, entries);
    await this.register.linkPeople(tx, links);
  }

  /** Claimed, entered, or found right by itself: the register has their number. */
  private begin(
    { id, home, personId, name, relation, livesHere, begins }: LivedMembership,
    inRegister: boolean,
    entries: NewMemberAction[],
  ): [HouseholdMember, boolean] {
    const { by, at } = begins;
    const own = by.personId === personId;
    const claim = { id, homeId: home.id, relation, livesHere, name };
    const hash = requestHash(own ? claim : { ...claim, entered: true });
    const member = newMember(home, claim, personId, hash, at);
    const entry = { member, at, reason: null, requestHash: hash };
    entries.push({ ...entry, id: newId(at), actor: by, action: own ? 'claim' : 'enter' });
    const matches = own && relation === 'owner' && inRegister;
    if (matches) entries.push({ ...entry, id: newId(at), actor: null, action: 'match' });
    if (matches || !own) confirmed(member, matches ? 'phone' : 'staff', at);
    return [member, matches];
  }

  private live(member: HouseholdMember, step: LivedMemberStep, entries: NewMemberAction[]): void {
    const { action, by, at, reason = null } = step;
    const standing = standingOf(by, member, false);
    const decision = memberMay(member, action, standing);
    if (!decision.ok) throw decision.problem;
    if (action === 'confirm') confirmed(member, standing.staff ? 'staff' : 'captain', at);
    else close(member, reason);
    if (action === 'move_out') member.toAt = at;
    member.state = decision.to;
    const id = newId(at);
    const hash = requestHash({ memberId: member.id, action, actionId: id });
    entries.push({ id, member, actor: by, action, at, reason, requestHash: hash });
  }
}
