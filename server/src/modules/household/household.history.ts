import type { HomeRelation } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, type PastAuditEntry } from '../../platform/audit/audit-trail.js';
import type { SignedInActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { type HomeRow, OwnerRegister } from '../home/index.js';
import { PeopleService } from '../identity/index.js';
import { auditOf } from './household.acts.js';
import { memberMay } from './household.lifecycle.js';
import { close, confirmed, newMember } from './household.members.js';
import { standingOf } from './household.standing.js';
import { HouseholdTimeline, type MemberTelling, type NewMemberAction } from './household.timeline.js';
import { HouseholdMember } from './household-member.entity.js';

/** What somebody did to a membership long ago. */
export interface LivedMemberStep {
  action: 'confirm' | 'refuse' | 'move_out';
  by: SignedInActor;
  at: Date;
  reason?: string;
}

const EVENT_OF = { confirm: 'confirmed', refuse: 'refused', move_out: 'ended' } as const;

/** What has to be written of many memberships, each in the order in which it happened. */
interface Past {
  entries: NewMemberAction[];
  told: MemberTelling[];
  audited: PastAuditEntry[];
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
 * time; the audit has them at their moments, and nobody is told again of what was told long ago, only of what waits
 * still. One transaction; a step that may not be done breaks it off.
 */
@Injectable()
export class HouseholdHistory {
  constructor(
    private readonly register: OwnerRegister,
    private readonly people: PeopleService,
    private readonly timeline: HouseholdTimeline,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async write(tx: EntityManager, lives: readonly LivedMembership[]): Promise<void> {
    const lines = await this.register.ownersOfHomes(tx, [...new Set(lives.map(({ home }) => home.id))]);
    const phones = await this.people.phoneIndexesOfAll(
      tx,
      lives.map(({ personId }) => personId),
    );
    const members: HouseholdMember[] = [];
    const past: Past = { entries: [], told: [], audited: [] };
    const links = new Map<string, string>();
    for (const life of lives) {
      const free = (lines.get(life.home.id) ?? []).filter(
        ({ id, personId, ownerKind }) => ownerKind === 'person' && personId === null && !links.has(id),
      );
      const theirs = phones.get(life.personId) ?? [];
      const line = free.find(({ phoneIndex }) => phoneIndex !== null && theirs.includes(phoneIndex));
      const [member, proved] = this.begin(life, line !== undefined, past);
      if (proved && line !== undefined) links.set(line.id, life.personId);
      for (const step of life.steps) this.live(member, step, past);
      members.push(member);
    }
    await tx
      .createQueryBuilder()
      .insert()
      .into(HouseholdMember)
      .values(members)
      .updateEntity(false)
      .execute();
    await this.timeline.appendToNew(tx, past.entries);
    const waits = ({ member }: MemberTelling) => member.state === 'claimed';
    await this.timeline.toldLongAgo(
      tx,
      past.told.filter((one) => !waits(one)),
      this.clock.now(),
    );
    for (const { event, member, actorId, at } of past.told.filter(waits))
      await this.timeline.tell(tx, event, member, actorId, at);
    await this.audit.recordPast(tx, past.audited);
    await this.register.linkPeople(tx, links);
  }

  /** Claimed, entered, or found right by itself: the register has their number. */
  private begin(
    { id, home, personId, name, relation, livesHere, begins }: LivedMembership,
    inRegister: boolean,
    { entries, told, audited }: Past,
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
    const certain = matches || !own;
    if (certain) confirmed(member, matches ? 'phone' : 'staff', at);
    if (!own) audited.push({ ...auditOf('household.enter', by, member), at });
    told.push({ event: certain ? 'confirmed' : 'claimed', member, actorId: by.personId, at });
    return [member, matches];
  }

  private live(member: HouseholdMember, step: LivedMemberStep, { entries, told, audited }: Past): void {
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
    if (action !== 'move_out') audited.push({ ...auditOf(`household.${action}`, by, member), at });
    told.push({ event: EVENT_OF[action], member, actorId: by.personId, at });
  }
}
