import { LIMITS } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { type SignedInActor, scopeCovers, scopeOf } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { shanghaiDay } from '../../platform/clock/shanghai-day.js';
import { isDuplicate } from '../../platform/database/database.errors.js';
import { Database } from '../../platform/database/database.js';
import { idUsedDifferently } from '../../platform/idempotency/idempotency.errors.js';
import { requestHash } from '../../platform/idempotency/request-hash.js';
import { newId } from '../../platform/ids/new-id.js';
import { HomeQueries, type HomeRow, OwnerRegister } from '../home/index.js';
import { PeopleService } from '../identity/index.js';
import type { ClaimHomeDto } from './dto/household-write.dto.js';
import { auditOf } from './household.acts.js';
import { claimedAlready, homeOutsideYourArea, homeUnknown, tooManyClaims } from './household.errors.js';
import { confirmed, newMember } from './household.members.js';
import { HouseholdTimeline } from './household.timeline.js';
import { HouseholdMember } from './household-member.entity.js';

export type BegunMember = Pick<HouseholdMember, 'id' | 'state'>;

/** How a membership begins: somebody says it of themselves, or staff for who has no phone. Each id makes one. */
@Injectable()
export class HouseholdClaims {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly homes: HomeQueries,
    private readonly register: OwnerRegister,
    private readonly people: PeopleService,
    private readonly timeline: HouseholdTimeline,
    private readonly audit: AuditTrail,
  ) {}

  claim(actor: SignedInActor, body: ClaimHomeDto): Promise<BegunMember> {
    const hash = requestHash(body);
    return this.once(actor, body, hash, async (home, tx) => {
      const now = this.clock.now();
      await takeOneOfToday(tx, actor.personId, now);
      const member = await this.begin(tx, home, body, actor.personId, hash, now);
      await this.timeline.append(tx, {
        ...{ id: newId(now), member, actor, action: 'claim', at: now, reason: null, requestHash: hash },
      });
      if (!(await this.standsInRegister(tx, member))) {
        await this.timeline.tell(tx, 'claimed', member, actor.personId, now);
        return member;
      }
      confirmed(member, 'phone', now);
      await this.people.nameIfUnknown(tx, member.personId, member.name);
      await tx.getRepository(HouseholdMember).save(member);
      await this.timeline.append(tx, {
        ...{ id: newId(now), member, actor: null, action: 'match', at: now, reason: null, requestHash: hash },
      });
      await this.timeline.tell(tx, 'confirmed', member, actor.personId, now);
      return member;
    });
  }

  /** The person has no login of their own yet; both names stand on the timeline. */
  enter(actor: SignedInActor, body: ClaimHomeDto): Promise<BegunMember> {
    const hash = requestHash({ ...body, entered: true });
    return this.once(actor, body, hash, async (home, tx) => {
      if (!scopeCovers(scopeOf(actor, 'household.enter'), home)) throw homeOutsideYourArea();
      const now = this.clock.now();
      const personId = newId(now);
      await this.people.createPerson(tx, { id: personId, name: body.name });
      const member = await this.begin(tx, home, body, personId, hash, now);
      confirmed(member, 'staff', now);
      await tx.getRepository(HouseholdMember).save(member);
      await this.timeline.append(tx, {
        ...{ id: newId(now), member, actor, action: 'enter', at: now, reason: null, requestHash: hash },
      });
      await this.audit.record(tx, auditOf('household.enter', actor, member));
      await this.timeline.tell(tx, 'confirmed', member, actor.personId, now);
      return member;
    });
  }

  private async once(
    actor: SignedInActor,
    { id, homeId }: ClaimHomeDto,
    hash: string,
    work: (home: HomeRow, tx: EntityManager) => Promise<BegunMember>,
  ): Promise<BegunMember> {
    const before = await this.begun(id, actor, hash);
    if (before !== null) return before;
    const home = await this.homes.home(homeId);
    if (home === null || home.closed === 1) throw homeUnknown();
    try {
      return await this.database.transaction((tx) => work(home, tx));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const first = await this.begun(id, actor, hash);
      if (first !== null) return first;
      throw claimedAlready();
    }
  }

  /** By whoever made its first entry: who claimed it, or who entered it for somebody else. */
  private async begun(id: string, actor: SignedInActor, hash: string): Promise<BegunMember | null> {
    const [row] = await this.database.query<BegunMember & { beganById: string; requestHash: string }>(
      `select m.id, m.state, a.actor_person_id as beganById, m.request_hash as requestHash
         from household_member m join household_member_action a on a.member_id = m.id and a.seq = 1 where m.id = ?`,
      [id],
    );
    if (row === undefined) return null;
    if (row.beganById === actor.personId && row.requestHash === hash) return row;
    throw idUsedDifferently();
  }

  private async begin(
    tx: EntityManager,
    home: HomeRow,
    body: ClaimHomeDto,
    personId: string,
    hash: string,
    now: Date,
  ): Promise<HouseholdMember> {
    const member = newMember(home, body, personId, hash, now);
    await tx.getRepository(HouseholdMember).insert(member);
    return member;
  }

  /**
   * A verified number that the register has for an owner of this home, of the name they say, is proof enough, for owners alone.
   * Numbers are given away and handed out anew: whoever has one and another name waits for somebody who looks.
   */
  private async standsInRegister(tx: EntityManager, member: HouseholdMember): Promise<boolean> {
    if (member.relation !== 'owner') return false;
    const phones = await this.people.phoneIndexesOf(tx, member.personId);
    const lines = await this.register.matching(tx, phones, member.homeId);
    const line = lines.find(
      ({ name, personId }) => name === member.name && (personId === null || personId === member.personId),
    );
    if (line === undefined) return false;
    await this.register.linkPerson(tx, line.id, member.personId);
    return true;
  }
}

/** The row of the day is also what two claims at once wait for. */
async function takeOneOfToday(tx: EntityManager, personId: string, now: Date): Promise<void> {
  const day = shanghaiDay(now);
  await tx.query(
    `insert into home_claim_quota (person_id, day, claims) values (?, ?, 1)
     on duplicate key update claims = claims + 1`,
    [personId, day],
  );
  const [row] = await tx.query<{ claims: number }[]>(
    'select claims from home_claim_quota where person_id = ? and day = ?',
    [personId, day],
  );
  if ((row?.claims ?? 0) > LIMITS.homeClaimsPerDay) throw tooManyClaims();
}
